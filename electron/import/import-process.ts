import { basename } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { ImportChoices, ImportComparison } from '../../core/import/import-comparison.ts';
import type { ImportPlan, KnownList } from '../../core/import/import-plan.ts';
import type { UnreadFile } from '../../core/import/import-refusal.ts';
import type { ImportMapping, ImportTable, ImportTarget, ReadOptions } from '../../core/import/import-table.ts';
import { phraseOutOfMemory, phraseReadingEnded, phraseTooSlow } from '../../core/import/phrase-refusal.ts';
import type { ImportProgress } from '../../core/ipc/import-calls.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { StartProcess } from '../process/own-process.ts';
import type { ImportMessage, ImportQuestion, ImportReport, ImportRequest } from './import-messages.ts';

/** A file that needs more than this is refused with a sentence instead of taking the computer's memory or time. */
const processLimits = { memoryMb: 1_536, answerMs: 60_000 };

/** The file of an import in a process of its own. Every call refuses with `cancelled` once it was closed. */
export interface ImportProcess {
  readonly target: ImportTarget;
  read(options: ReadOptions): Promise<Result<ImportTable, AppError | UnreadFile>>;
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
  /** Ends the process at once, whatever it is doing. */
  close(): void;
}

export type OpenImportProcess = (
  path: string,
  target: ImportTarget,
  onProgress: (progress: Omit<ImportProgress, 'connectionId'>) => void,
) => ImportProcess;

type Answer = Exclude<ImportMessage, { kind: 'progress' }>;

interface Waiting {
  readonly resolve: (answer: Result<Answer, AppError>) => void;
  readonly reject: (error: Error) => void;
}

/** The built import-program.ts and import-worker.ts. */
interface ImportPrograms {
  readonly program: URL;
  readonly worker: URL;
}

const builtPrograms: ImportPrograms = {
  program: new URL('./import-program.js', import.meta.url),
  worker: new URL('./import-worker.js', import.meta.url),
};

export function createOpenImportProcess(
  start: StartProcess,
  { program, worker } = builtPrograms,
  { memoryMb, answerMs } = processLimits,
): OpenImportProcess {
  return (path, target, onProgress) => {
    const fileName = basename(path);
    const waiting: Waiting[] = [];
    let end: Result<never, AppError> | Error | null = null;
    let timer: NodeJS.Timeout | undefined;

    /** Nothing more will be answered: because of a refusal, or because of a bug. */
    function finish(why: Result<never, AppError> | Error): void {
      clearTimeout(timer);
      end ??= why;
      child.kill();
      for (const { resolve, reject } of waiting.splice(0)) {
        if (end instanceof Error) reject(end);
        else resolve(end);
      }
    }

    const child = start<ImportRequest, ImportReport>(program, {
      onMessage(message) {
        if (message.kind === 'progress') onProgress(message);
        else if (message.kind === 'out of memory') finish(fail(phraseOutOfMemory(fileName)));
        else if (message.kind === 'failed') finish(new Error(message.why));
        else {
          waiting.shift()?.resolve(ok(message));
          watchTime();
        }
      },
      // The engine ends the whole process where a file asks for what it cannot do.
      onExit: () => finish(fail(phraseReadingEnded(fileName))),
    });
    child.postMessage({ kind: 'begin', worker: worker.href, data: { path, fileName, target }, memoryMb });

    /** Every question has its own time, from the answer before. */
    function watchTime(): void {
      clearTimeout(timer);
      if (waiting.length > 0) timer = setTimeout(() => finish(fail(phraseTooSlow(fileName, answerMs))), answerMs);
    }

    function ask(question: ImportQuestion): Promise<Result<Answer, AppError>> {
      if (end instanceof Error) return Promise.reject(end);
      if (end) return Promise.resolve(end);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        if (waiting.length === 1) watchTime();
        child.postMessage({ kind: 'ask', question });
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
      close: () => finish(fail(cancelled)),
    };
  };
}

const cancelled: AppError = {
  code: 'cancelled',
  message: 'Reading the file was cancelled. Nothing was changed.',
  next: 'Choose the file again to import it.',
};

function outOfTurn({ kind }: Answer): never {
  throw new Error(`The process of an import answered another question: ${kind}.`);
}
