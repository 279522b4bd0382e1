import type { ChildProcess } from 'node:child_process';
import type { UtilityProcess } from 'electron';
import { forkProgram } from '../../electron/testing/fork-program.ts';
import { Emitter } from './emitter.ts';
import { only } from './only.ts';

/** A child process of plain Node, which has `process.parentPort` as one of Electron's has. */
class HostUtilityProcess extends Emitter implements Pick<UtilityProcess, 'postMessage' | 'kill'> {
  constructor(private readonly child: ChildProcess) {
    super('utilityProcess', ['message', 'exit']);
    child.on('message', (message) => this.emit('message', message));
    // Electron gives 15 for a process that was ended, as the signal's number is.
    child.on('exit', (code) => this.emit('exit', code ?? 15));
  }

  postMessage(message: object): void {
    // What structured cloning refuses throws here, as it does in Electron.
    this.child.send(message);
  }

  kill(): boolean {
    return this.child.kill();
  }
}

export const utilityProcess = only('utilityProcess', {
  fork: (program: string, args: string[] = [], _options: object = {}) =>
    only('UtilityProcess', new HostUtilityProcess(forkProgram(program, args))),
});
