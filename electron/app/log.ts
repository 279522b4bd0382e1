import type { Writable } from 'node:stream';
import { systemCode } from '../store/disk-error.ts';

/** Says what went wrong inside the app. Callers pass no token and no input of a call. */
export type Log = (sentence: string, error?: unknown) => void;

/** What the system answers once nobody reads the output any more, e.g. the terminal that started the app was closed. */
const readerGone: readonly string[] = ['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

/**
 * Made once. Writes each entry to the process's error output and hands it to `keep`, which answers why it could not keep
 * it. Where the output fails, the log goes on with `keep` alone: a fault of the log must not become another entry.
 */
export function createLog(output: Writable, keep: (entry: string) => Error | null = () => null): Log {
  let isOpen = true;
  output.on('error', (error) => {
    isOpen = false;
    if (!readerGone.includes(systemCode(error))) keep(`${stamp()} The error output failed. ${textOf(error)}`);
  });
  return (sentence, error) => {
    const entry = `${stamp()} ${sentence}${error === undefined ? '' : ` ${textOf(error)}`}`;
    const notKept = keep(entry);
    if (!isOpen) return;
    output.write(`${entry}\n`);
    if (notKept) output.write(`${stamp()} The log file could not be written. ${notKept.message}\n`);
  };
}

const stamp = () => new Date().toISOString();

const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
