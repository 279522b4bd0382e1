import { release } from 'node:os';

/** What runs here, in lines: the app, the system, and what the app runs on. Nothing about the person. */
export function versions(app: string): string[] {
  const { electron, chrome, node } = process.versions;
  const engines = [
    ['Electron', electron],
    ['Chromium', chrome],
    ['Node', node],
  ].flatMap(([name, engine]) => (engine === undefined ? [] : [`${name} ${engine}`]));
  return [`Reader Desk ${app} on ${process.platform} ${release()} (${process.arch})`, engines.join(', ')];
}
