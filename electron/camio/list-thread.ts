import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { cutShort } from '../../core/camio/cut-short.ts';
import {
  type DeviceList,
  excerptLength,
  type ParseList,
  parseDeviceList,
  type Unreadable,
} from '../../core/camio/device-list.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { systemCode } from '../store/disk-error.ts';
import type { ListPiece, ListThreadData } from './list-worker.ts';

/** An answer shorter than this is parsed in a few milliseconds, less than a thread takes to start. */
const shortCharacters = 256 * 1024;

const limits = { answerMs: 20_000, memoryMb: 320 };

/**
 * Parses a device list, a long one in a thread of its own with limits on time and memory, so that no answer can hold main up or
 * fill its memory. `program` is the built list-worker.ts.
 */
export function createParseList(program: URL, { answerMs, memoryMb } = limits): ParseList {
  return async (text, preferred) => {
    if (text.length < shortCharacters) return parseDeviceList(text, preferred);
    const unreadable = (why: string) => fail({ why, excerpt: cutShort(text.trim(), excerptLength) });
    const workerData: ListThreadData = { text, preferred };
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const ended = new Promise<Result<never, Unreadable>>((resolve, reject) => {
      const tooMuch = unreadable('It takes more time or memory to read than a list of readers does.');
      worker.on('error', (error) => {
        if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooMuch);
        else reject(error);
      });
      worker.on('exit', () => resolve(tooMuch));
    });
    const timer = setTimeout(() => void worker.terminate(), answerMs);
    try {
      return await Promise.race([readPieces(worker), ended]);
    } finally {
      clearTimeout(timer);
      void worker.terminate();
    }
  };
}

async function readPieces(worker: Worker): Promise<Result<DeviceList, Unreadable>> {
  const readers: Reader[] = [];
  for (;;) {
    worker.postMessage('next');
    const piece = await new Promise<ListPiece>((resolve) => worker.once('message', resolve));
    for (const reader of piece.readers) readers.push(reader);
    if (piece.outcome?.ok) return ok({ readers, seenAs: piece.outcome.value.seenAs });
    if (piece.outcome) {
      const { keys, ...why } = piece.outcome.error;
      return fail(keys ? { ...why, part: { readers, keys } } : why);
    }
    await nextTurn();
  }
}
