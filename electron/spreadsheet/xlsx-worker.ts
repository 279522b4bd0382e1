import { parentPort, workerData } from 'node:worker_threads';
import type { SheetHead } from './sheet.ts';
import { xlsxBytes } from './xlsx-bytes.ts';

// A thread of its own: a sheet's rows in, slice by slice, the bytes of its file out. Started by write-sheet.ts, built
// beside main.

/** What the thread is told: some rows as JSON, or that there are no more. */
export type SheetMessage = { readonly kind: 'rows'; readonly json: string } | { readonly kind: 'end' };

const head: SheetHead = workerData;
const rows: string[][] = [];

parentPort?.on('message', async (message: SheetMessage) => {
  if (message.kind === 'rows') {
    const more: string[][] = JSON.parse(message.json);
    for (const row of more) rows.push(row);
    return;
  }
  // A copy with memory of its own can be handed over; a Buffer may share its memory with others.
  const bytes = new Uint8Array(await xlsxBytes({ ...head, rows }));
  parentPort?.postMessage(bytes, [bytes.buffer]);
  parentPort?.close();
});
