import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/**
 * Runs a program in the project's folder with its output shown as it comes. Answers the exit code; a program that cannot
 * be started, was ended by a signal or took longer than `limitMs` counts as 1. With `outputFile`, what it prints goes there.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, limitMs?: number, shell?: boolean, outputFile?: string }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = {}, limitMs, shell = false, outputFile } = {}) {
  return new Promise((done) => {
    const output = outputFile === undefined ? 'inherit' : openSync(outputFile, 'w');
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['inherit', output, 'inherit'],
      shell,
      ...(limitMs === undefined ? {} : { timeout: limitMs }),
    });
    // The program has it now.
    if (output !== 'inherit') closeSync(output);
    // Ctrl-C reaches the program as well; it decides, and this process ends with it.
    const wait = () => {};
    const stop = () => child.kill();
    process.on('SIGINT', wait);
    process.on('SIGTERM', stop);
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      done(1);
    });
    child.on('exit', (code) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', stop);
      done(code ?? 1);
    });
  });
}

/**
 * Runs a JavaScript program with this Node.
 * @param {string} file relative to the project's folder
 * @param {readonly string[]} [args]
 * @param {{ env?: Record<string, string>, limitMs?: number, outputFile?: string }} [options]
 */
export function runNode(file, args = [], options = {}) {
  return run(process.execPath, [file, ...args], options);
}

/**
 * Runs npm and keeps what it prints, for a check that runs beside others.
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(args) {
  const { program, before, shell } = npm();
  return new Promise((done) => {
    const child = spawn(program, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => done({ code: 1, output: `npm could not be started: ${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * Runs npm: the one this command was started with, else the one on the path.
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, outputFile?: string }} [options]
 */
export function runNpm(args, options = {}) {
  const { program, before, shell } = npm();
  return run(program, [...before, ...args], { ...options, shell });
}

function npm() {
  const file = process.env.npm_execpath;
  if (file?.endsWith('.js')) return { program: process.execPath, before: [file], shell: false };
  // On Windows npm is a batch file, which only a shell runs.
  return { program: 'npm', before: [], shell: process.platform === 'win32' };
}
