import type { Emit } from '../../core/ipc/contract.ts';
import type { SweepResult } from '../../core/sweep/sweep.ts';
import type { SweepProgress } from '../../core/sweep/sweep-progress.ts';

/** Tells the window of results as they change: each once, the latest, a few times a second. */
export interface SweepNews {
  changed(connectionId: string, progress: SweepProgress, results: readonly SweepResult[]): void;
  /** Says at once where the sweep stands, with everything that changed before. */
  tell(connectionId: string, progress: SweepProgress): void;
}

const everyMs = 200;

interface Unsaid {
  readonly results: Map<string, SweepResult>;
  readonly timer: NodeJS.Timeout;
}

export function createSweepNews(emit: Emit): SweepNews {
  const unsaid = new Map<SweepProgress, Unsaid>();

  function tell(connectionId: string, progress: SweepProgress): void {
    const { results, timer } = unsaid.get(progress) ?? {};
    clearTimeout(timer);
    unsaid.delete(progress);
    if (results) emit('sweepResults', { connectionId, sweepId: progress.sweep.id, results: [...results.values()] });
    emit('sweepState', { connectionId, sweep: progress.summary() });
  }

  return {
    changed(connectionId, progress, results) {
      if (results.length === 0) return;
      const known = unsaid.get(progress) ?? {
        results: new Map<string, SweepResult>(),
        timer: setTimeout(() => tell(connectionId, progress), everyMs),
      };
      unsaid.set(progress, known);
      for (const result of results) known.results.set(result.readerId, result);
    },
    tell,
  };
}
