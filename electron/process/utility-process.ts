import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { StartProcess } from './own-process.ts';

/** Electron's way to a process of our own. It ends with the app. */
export const startUtilityProcess: StartProcess = (program, { onMessage, onExit }) => {
  const child = utilityProcess.fork(fileURLToPath(program), [], { serviceName: 'Reader Desk import' });
  child.on('message', onMessage);
  child.on('exit', onExit);
  return { postMessage: (message) => child.postMessage(message), kill: () => void child.kill() };
};
