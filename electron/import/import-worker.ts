import { parentPort, workerData } from 'node:worker_threads';
import type { AppError } from '../../core/app-error.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ImportMessage, ImportQuestion, ImportThreadData } from './import-messages.ts';
import { ImportedFile } from './imported-file.ts';
import { loadFile } from './load-file.ts';

// The thread of one file that is imported, in a process of its own. Started by import-program.ts, built beside main.

const { path, fileName, target }: ImportThreadData = workerData;
let file: ImportedFile | null = null;

const tell = (message: ImportMessage) => parentPort?.postMessage(message);

/** The file, loaded on first use. Loading is about half of the way to a table. */
async function loaded(): Promise<Result<ImportedFile, AppError>> {
  if (file) return ok(file);
  const bytes = await loadFile(path, fileName, (done, total) =>
    tell({ kind: 'progress', phase: 'reading', done, total: total * 2 }),
  );
  if (!bytes.ok) return bytes;
  file = new ImportedFile(fileName, bytes.value, target);
  return ok(file);
}

async function answer(question: ImportQuestion): Promise<void> {
  if (question.kind === 'read') {
    const opened = await loaded();
    tell({ kind: 'read', table: opened.ok ? await opened.value.read(question.options) : opened });
    return;
  }
  if (!file) throw new Error('A file was compared before it was read.');
  tell({ kind: 'progress', phase: 'comparing', done: 0, total: 0 });
  const { comparison, plan } = file.compare(question.mapping, question.choices, question.known);
  tell(question.kind === 'plan' ? { kind: 'plan', comparison, plan } : { kind: 'compare', comparison });
}

let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (question: ImportQuestion) => {
  // One after the other; a failure is a bug and ends the thread, which main hears of.
  turn = turn.then(() => answer(question));
});
