import type { Emit } from '../../core/ipc/contract.ts';
import { type PushState, isUnderWay as pushIsUnderWay } from '../../core/push/push-state.ts';
import { type SweepSummary, isUnderWay as sweepIsUnderWay } from '../../core/sweep/sweep.ts';

interface AttentionNeeds {
  /** Electron's. */
  readonly powerSaveBlocker: { start(type: 'prevent-app-suspension'): number; stop(id: number): boolean };
  /** As Electron's `setProgressBar`: from 0 to 1, above 1 without an end in sight, below 0 none. */
  readonly showProgress: (progress: number) => void;
  readonly isWindowInFront: () => boolean;
  /** Shows a notification of the system's. */
  readonly notify: (title: string, body: string) => void;
  readonly connectionName: (connectionId: string) => string;
}

/** A job under way: how much is done, of how much; `of` is 0 where that is not known. */
interface Job {
  readonly done: number;
  readonly of: number;
}

/**
 * Follows pushes and sweeps on their way to the window. While one is under way the computer does not fall asleep and the
 * taskbar shows how far it is; when one ends or waits while the person looks at something else, the system says so.
 */
export function withAttention(emit: Emit, needs: AttentionNeeds): Emit {
  const { powerSaveBlocker, showProgress, isWindowInFront, notify, connectionName } = needs;
  const jobs = new Map<string, Job>();
  let blocker: number | null = null;

  function show(): void {
    if (jobs.size > 0) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
    showProgress(progressOf([...jobs.values()]));
  }

  function follow(key: string, job: Job | null, connectionId: string, end: string | null): void {
    const wasUnderWay = jobs.has(key);
    if (job) jobs.set(key, job);
    else jobs.delete(key);
    if (job || wasUnderWay) show();
    if (!job && wasUnderWay && end !== null && !isWindowInFront()) notify(connectionName(connectionId), end);
  }

  return (name, payload) => {
    emit(name, payload);
    if ('sweep' in payload) {
      const { connectionId, sweep } = payload;
      follow(`sweep ${sweep.sweep.id}`, sweepJob(sweep), connectionId, endOfSweep(sweep));
    } else if (name === 'pushState' && 'state' in payload) {
      const { connectionId, state } = payload;
      const job = pushIsUnderWay(state) ? { done: 0, of: 0 } : null;
      follow(`push ${connectionId}`, job, connectionId, endOfPush(state));
    }
  };
}

function progressOf(jobs: readonly Job[]): number {
  if (jobs.length === 0) return -1;
  if (jobs.some(({ of }) => of === 0)) return 2;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(jobs.map(({ done }) => done)) / sum(jobs.map(({ of }) => of));
}

function sweepJob({ state, counts }: SweepSummary): Job | null {
  if (!sweepIsUnderWay(state)) return null;
  const done = counts.accepted + counts.refused + counts.unknown;
  return { done, of: done + counts.pending + counts.sending };
}

/** Null where the person did it themselves. */
function endOfSweep({ state }: SweepSummary): string | null {
  if (state.kind === 'paused' || state.kind === 'stopped') return null;
  return state.kind === 'finished' ? 'The sweep is finished.' : 'The sweep waits for you.';
}

function endOfPush({ kind }: PushState): string | null {
  if (kind === 'cancelled') return null;
  return kind === 'stored' || kind === 'sent, not verified' ? 'The push is done.' : 'The push needs you.';
}
