import { Worker } from 'node:worker_threads';
import type { AppError } from '../../core/app-error.ts';
import { compilePattern, type PatternJob } from '../../core/rename/name-pattern.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import type { PatternQuestion } from './rename-worker.ts';

/** New names for names. Refused: a pattern that is none, that takes too long, or that a newer call has made useless. */
export type ReplaceByPattern = (
  job: PatternJob,
  names: readonly string[],
) => Promise<Result<readonly string[], AppError>>;

const limits = { answerMs: 2_000, memoryMb: 256 };

/**
 * Runs regular expressions in one thread, which is started with the first and ended where one does not come to its end.
 * `program` is the built rename-worker.ts.
 */
export function createPatternThread(program: URL, { answerMs, memoryMb } = limits): ReplaceByPattern {
  let idle: Worker | null = null;
  let giveUp: ((why: AppError) => void) | null = null;

  const start = () => {
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    // The app does not stay open for it.
    worker.unref();
    return worker;
  };

  return (job, names) => {
    giveUp?.(superseded);
    const pattern = compilePattern(job);
    if (!pattern.ok) return Promise.resolve(pattern);
    const worker = idle ?? start();
    idle = null;
    return new Promise((resolve) => {
      let isOver = false;
      const finish = (answer: Result<readonly string[], AppError>) => {
        // A thread that is being ended can still fail.
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        giveUp = null;
        if (answer.ok) idle = worker.removeAllListeners('error');
        else void worker.terminate();
        resolve(answer);
      };
      const timer = setTimeout(() => finish(fail(tooSlow(names.length, answerMs))), answerMs);
      giveUp = (why) => finish(fail(why));
      worker.once('message', (renamed: readonly string[]) => finish(ok(renamed)));
      // Mostly the memory it may use: a pattern that matches everywhere with a long replacement.
      worker.once('error', (error) => finish(fail({ ...failed, detail: error.message })));
      const question: PatternQuestion = { job, names };
      worker.postMessage(question);
    });
  };
}

const superseded: AppError = {
  code: 'cancelled',
  message: 'Another pattern was asked for before this one had come to its end.',
  next: 'Wait for that one.',
};

const failed: AppError = {
  code: 'blocked',
  message: 'The names could not be replaced by this pattern.',
  next: 'Try one that finds less, or a shorter replacement.',
};

function tooSlow(names: number, answerMs: number): AppError {
  return {
    code: 'blocked',
    message: `This pattern takes too long: ${counted(names, 'name was', 'names were')} not done after ${answerMs / 1000} seconds.`,
    next: 'Make it simpler. A repetition inside a repetition, as in (a+)+, is often the reason.',
  };
}
