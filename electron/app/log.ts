import type { Writable } from 'node:stream';
import { systemCode } from '../store/disk-error.ts';

/** Says what went wrong inside the app on the process's error output. Callers pass no token and no input of a call. */
export type Log = (sentence: string, error?: unknown) => void;

/** What the system answers once nobody reads the output any more, e.g. the terminal that started the app was closed. */
const readerGone: readonly string[] = ['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

/** Made once: without a reader the log goes nowhere, and the app goes on. */
export function createLog(output: Writable): Log {
  output.on('error', (error) => {
    if (!readerGone.includes(systemCode(error))) throw error;
  });
  return (sentence, error) => {
    const reason =
      error === undefined ? '' : ` ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    output.write(`${new Date().toISOString()} ${sentence}${reason}\n`);
  };
}
