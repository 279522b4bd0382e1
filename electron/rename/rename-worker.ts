import { parentPort } from 'node:worker_threads';
import { compilePattern, type PatternJob, replacePattern } from '../../core/rename/name-pattern.ts';

// A thread of its own for regular expressions, which can take for ever. Started, and ended, by pattern-thread.ts; built
// beside main.

/** What the thread is asked. It answers with the new names. */
export interface PatternQuestion {
  readonly job: PatternJob;
  readonly names: readonly string[];
}

parentPort?.on('message', ({ job, names }: PatternQuestion) => {
  const pattern = compilePattern(job);
  if (!pattern.ok) throw new Error(pattern.error.message);
  parentPort?.postMessage(replacePattern(pattern.value, job.replacement, names));
});
