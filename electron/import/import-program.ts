import { Worker } from 'node:worker_threads';
import { systemCode } from '../store/disk-error.ts';
import type { ImportMessage, ImportReport, ImportRequest } from './import-messages.ts';

// The process of one file that is imported: whatever a file does to it, main goes on. The work is done in a thread
// (import-worker.ts), whose memory can be limited, so that this one stays free to watch. Started by import-process.ts.

/** Besides the thread's own memory, which is limited where it is started. */
const watchMs = 100;

const port = process.parentPort;
const report = (message: ImportReport) => port.postMessage(message);

let worker: Worker | null = null;

port.on('message', ({ data }) => {
  const request: ImportRequest = data;
  if (request.kind === 'begin') begin(request);
  else worker?.postMessage(request.question);
});

function begin({ worker: program, data, memoryMb }: Extract<ImportRequest, { kind: 'begin' }>): void {
  worker = new Worker(new URL(program), { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  worker.on('message', (message: ImportMessage) => report(message));
  worker.on('error', (error) => {
    const isTooMuch = systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
    report(isTooMuch ? { kind: 'out of memory' } : { kind: 'failed', why: error.stack ?? String(error) });
  });
  // What is unpacked lies outside the memory that a thread's limit covers.
  const most = memoryMb * 1.5 * 1024 * 1024 + process.memoryUsage.rss();
  setInterval(() => {
    if (process.memoryUsage.rss() > most) report({ kind: 'out of memory' });
  }, watchMs).unref();
}
