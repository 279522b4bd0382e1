import { parentPort, workerData } from 'node:worker_threads';
import type { Sheet } from './sheet.ts';
import { xlsxBytes } from './xlsx-bytes.ts';

// A thread of its own: one sheet in as JSON, the bytes of its file out. Started by write-sheet.ts, built beside main.

const sheet: Sheet = JSON.parse(workerData);
// A copy with memory of its own can be handed over; a Buffer may share its memory with others.
const bytes = new Uint8Array(await xlsxBytes(sheet));
parentPort?.postMessage(bytes, [bytes.buffer]);
