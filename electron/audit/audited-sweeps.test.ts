import { expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import type { SweepState } from '../../core/sweep/sweep.ts';
import { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import { sweepOf } from '../../core/testing/fake-sweep-desk.ts';
import { harbor, recordedActs } from '../testing/recorded-acts.ts';
import { auditedSweeps } from './audited-sweeps.ts';

const error: AppError = { code: 'unauthorized', message: 'Camio does not accept the token.', next: 'Replace it.' };
const counts = { pending: 5, sending: 0, accepted: 0, refused: 0, unknown: 0 };
const started = { kind: 'sweep started', pending: 5, eventType: 'forced open' };

/** What is written down where a sweep of five readers is told to be in these states. */
function recordedFor(...states: readonly SweepState[]) {
  const { record, recorded } = recordedActs();
  const told: unknown[] = [];
  const emit = auditedSweeps({
    emit: (_name, payload) => void told.push(payload),
    record,
    connections: { get: () => harbor },
  });
  const progress = new SweepProgress(sweepOf(5));
  for (const state of states) {
    progress.state = state;
    emit('sweepState', { connectionId: 'harbor', sweep: progress.summary() });
  }
  expect(told).toHaveLength(states.length);
  expect(recorded.every(({ on }) => on === 'Harbor Campus')).toBe(true);
  return recorded.map(({ act }) => act);
}

it('writes down once that a sweep began to send, and how that ended', () => {
  const until = '2026-01-02T03:04:05.000Z';
  expect(
    recordedFor(
      { kind: 'running' },
      { kind: 'waiting', until },
      { kind: 'running' },
      { kind: 'pausing' },
      { kind: 'paused' },
    ),
  ).toEqual([started, { kind: 'sweep ended', outcome: 'paused', counts, message: '' }]);
});

it('writes down each time it was resumed, and why it was held', () => {
  expect(
    recordedFor({ kind: 'running' }, { kind: 'token refused', error }, { kind: 'running' }, { kind: 'finished' }),
  ).toEqual([
    started,
    { kind: 'sweep ended', outcome: 'token refused', counts, message: error.message },
    started,
    { kind: 'sweep ended', outcome: 'finished', counts, message: '' },
  ]);
});

it('writes down nothing where a sweep that is not sending is told of, as after a sign-off', () => {
  expect(recordedFor({ kind: 'interrupted' }, { kind: 'finished' }, { kind: 'stopped' })).toEqual([]);
});
