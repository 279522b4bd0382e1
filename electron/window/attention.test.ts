import { expect, it, vi } from 'vitest';
import type { Emit } from '../../core/ipc/contract.ts';
import type { PushState } from '../../core/push/push-state.ts';
import type { SweepState } from '../../core/sweep/sweep.ts';
import { withAttention } from './attention.ts';

function attention({ isWindowInFront = false } = {}) {
  const awake = new Set<number>();
  let last = 0;
  const [showProgress, notify] = [vi.fn(), vi.fn()];
  const emitted: string[] = [];
  const emit: Emit = withAttention((name) => void emitted.push(name), {
    powerSaveBlocker: {
      start() {
        last += 1;
        awake.add(last);
        return last;
      },
      stop: (id) => awake.delete(id),
    },
    showProgress,
    isWindowInFront: () => isWindowInFront,
    notify,
    connectionName: () => 'Harbor',
  });
  return {
    awake,
    notify,
    emitted,
    progress: () => showProgress.mock.lastCall?.[0],
    push: (state: PushState) => emit('pushState', { connectionId: 'harbor', state }),
    sweep(state: SweepState, accepted: number, pending: number) {
      const counts = { accepted, pending, sending: 0, refused: 0, unknown: 0 };
      const eventType = 'entry unlocked' as const;
      const sweep = { id: 's', startedAt: '', eventType, labels: [], concurrency: 1, perMinute: null };
      emit('sweepState', {
        connectionId: 'harbor',
        sweep: { sweep, state, counts, toSend: pending, seen: 0 },
      });
    },
  };
}

it('keeps the computer awake while a push or a sweep is under way, and no longer', () => {
  const { awake, push, sweep, progress, emitted } = attention();
  push({ kind: 'comparing' });
  sweep({ kind: 'running' }, 1, 3);
  expect(awake.size).toBe(1);
  expect(progress()).toBeGreaterThan(1);
  push({ kind: 'cancelled' });
  expect(awake.size).toBe(1);
  expect(progress()).toBe(0.25);
  sweep({ kind: 'finished' }, 4, 0);
  expect(awake.size).toBe(0);
  expect(progress()).toBe(-1);
  expect(emitted).toEqual(['pushState', 'sweepState', 'pushState', 'sweepState']);
});

it('says when a job ends or waits, but not to a person who sees it or did it', () => {
  const { push, sweep, notify } = attention();
  push({ kind: 'comparing' });
  push({ kind: 'stored', at: '', readers: 1, counts: { added: 0, renamed: 1, changed: 0, removed: 0, unchanged: 0 } });
  expect(notify).toHaveBeenLastCalledWith('Harbor', 'The push is done.');
  push({ kind: 'reading remote' });
  push({ kind: 'refused', error: { code: 'rejected', message: 'No.', next: 'Go.' } });
  expect(notify).toHaveBeenLastCalledWith('Harbor', 'The push needs you.');
  sweep({ kind: 'running' }, 0, 2);
  sweep({ kind: 'held', error: { code: 'disk', message: 'Full.', next: 'Free some.' } }, 1, 1);
  expect(notify).toHaveBeenLastCalledWith('Harbor', 'The sweep waits for you.');
  sweep({ kind: 'running' }, 1, 1);
  sweep({ kind: 'paused' }, 1, 1);
  expect(notify).toHaveBeenCalledTimes(3);

  const seen = attention({ isWindowInFront: true });
  seen.push({ kind: 'comparing' });
  seen.push({ kind: 'refused', error: { code: 'rejected', message: 'No.', next: 'Go.' } });
  expect(seen.notify).not.toHaveBeenCalled();
});

it('says nothing of a job that was over before this start', () => {
  const { push, notify } = attention();
  push({ kind: 'outcome unknown', error: { code: 'outcome-unknown', message: 'Who knows.', next: 'Look.' } });
  expect(notify).not.toHaveBeenCalled();
});
