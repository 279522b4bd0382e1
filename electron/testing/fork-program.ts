import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StartProcess } from '../process/own-process.ts';

/** Gives a program `process.parentPort` as Electron's utility processes have it, and ends it with its parent. */
const parentPort = `
  import { EventEmitter } from 'node:events';
  const port = new EventEmitter();
  port.postMessage = (message) => process.send(message);
  port.on('newListener', (name) => {
    if (name !== 'message' || port.listenerCount('message') > 0) return;
    process.on('message', (data) => port.emit('message', { data, ports: [] }));
  });
  process.on('disconnect', () => process.exit());
  process.parentPort = port;`;

/** Runs a program in plain Node as Electron's `utilityProcess` would. */
export function forkProgram(program: string, args: readonly string[] = []): ChildProcess {
  return fork(program, args, {
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(parentPort)}`],
    serialization: 'advanced',
  });
}

/** For tests and measurements outside Electron. */
export const startForked: StartProcess = (program, { onMessage, onExit }) => {
  const child = forkProgram(fileURLToPath(program));
  child.on('message', onMessage);
  child.on('exit', (code) => onExit(code ?? 1));
  return { postMessage: (message) => void child.send(message), kill: () => void child.kill() };
};
