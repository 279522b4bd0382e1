import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../core/app-error.ts';
import type { ImportChoices, ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportPlan, KnownList } from '../../core/import/import-plan.ts';
import type { ImportMapping, ImportTable, ImportTarget, ReadOptions } from '../../core/import/import-table.ts';
import { phraseOutOfMemory } from '../../core/import/phrase-refusal.ts';
import type { ImportProgress } from '../../core/ipc/import-calls.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { systemCode } from '../store/disk-error.ts';
import type { ImportMessage, ImportQuestion, ImportThreadData } from './import-messages.ts';

/** A file that needs more than this is refused with a sentence instead of taking the computer's memory. */
const mostMemoryMb = 2_048;

/** The file of an import in a thread of its own. Every call refuses with `cancelled` once it was closed. */
export interface ImportThread {
  readonly target: ImportTarget;
  read(options: ReadOptions): Promise<Result<ImportTable, AppError>>;
  compare(
    mapping: ImportMapping,
    choices: ImportChoices,
    known: KnownList,
  ): Promise<Result<ImportComparison, AppError>>;
  /** As `compare`, with the plan. */
  plan(
    mapping: ImportMapping,
    choices: ImportChoices,
    known: KnownList,
  ): Promise<Result<{ readonly comparison: ImportComparison; readonly plan: ImportPlan }, AppError>>;
  /** Ends the thread at once, whatever it is doing. */
  close(): void;
}

export type OpenImportThread = (
  path: string,
  target: ImportTarget,
  onProgress: (progress: Omit<ImportProgress, 'connectionId'>) => void,
) => ImportThread;

type Answer = Exclude<ImportMessage, { kind: 'progress' }>;

interface Waiting {
  readonly resolve: (answer: Result<Answer, AppError>) => void;
  readonly reject: (error: Error) => void;
}

export const openImportThread = createOpenImportThread(new URL('./import-worker.js', import.meta.url));

/** `program` is the built import-worker.ts. */
export function createOpenImportThread(program: URL, memoryMb = mostMemoryMb): OpenImportThread {
  return (path, target, onProgress) => {
    const fileName = basename(path);
    const workerData: ImportThreadData = { path, fileName, target };
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const waiting: Waiting[] = [];
    let end: Result<never, AppError> | Error | null = null;

    /** Nothing will be answered any more: by a refusal, or by the error of a bug. */
    function finish(why: Result<never, AppError> | Error): void {
      end ??= why;
      for (const { resolve, reject } of waiting.splice(0)) {
        if (end instanceof Error) reject(end);
        else resolve(end);
      }
    }

    worker.on('message', (message: ImportMessage) => {
      if (message.kind === 'progress') onProgress(message);
      else waiting.shift()?.resolve(ok(message));
    });
    worker.on('error', (error) => {
      const isTooMuch = systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(isTooMuch ? fail(phraseOutOfMemory(fileName)) : error);
    });
    worker.on('exit', (code) => finish(new Error(`The thread that reads ${fileName} ended with code ${code}.`)));

    function ask(question: ImportQuestion): Promise<Result<Answer, AppError>> {
      if (end instanceof Error) return Promise.reject(end);
      if (end) return Promise.resolve(end);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(question);
      });
    }

    return {
      target,
      async read(options) {
        const answer = await ask({ kind: 'read', options });
        if (!answer.ok) return answer;
        return answer.value.kind === 'read' ? answer.value.table : outOfTurn(answer.value);
      },
      async compare(mapping, choices, known) {
        const answer = await ask({ kind: 'compare', mapping, choices, known });
        if (!answer.ok) return answer;
        return answer.value.kind === 'compare' ? ok(answer.value.comparison) : outOfTurn(answer.value);
      },
      async plan(mapping, choices, known) {
        const answer = await ask({ kind: 'plan', mapping, choices, known });
        if (!answer.ok) return answer;
        return answer.value.kind === 'plan' ? ok(answer.value) : outOfTurn(answer.value);
      },
      close() {
        finish(fail(cancelled));
        void worker.terminate();
      },
    };
  };
}

const cancelled: AppError = {
  code: 'cancelled',
  message: 'Reading the file was cancelled. Nothing was changed.',
  next: 'Choose the file again to import it.',
};

function outOfTurn({ kind }: Answer): never {
  throw new Error(`The thread of an import answered another question: ${kind}.`);
}
