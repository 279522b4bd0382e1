import type { Accepted } from '../camio/client.ts';
import type { CamioFailure } from '../camio/failure.ts';
import type { TestEvent } from '../events/test-event.ts';
import { fail, ok, type Result } from '../result.ts';
import { runSweep, type SweepEffects } from '../sweep/run-sweep.ts';
import type { Sweep, SweepState } from '../sweep/sweep.ts';
import type { SweepLine } from '../sweep/sweep-line.ts';
import type { SweepProgress } from '../sweep/sweep-progress.ts';

/** A sweep of so many readers: `r1`, `r2` and so on. */
export function sweepOf(count: number, more: Partial<Sweep> = {}): Sweep {
  return {
    id: 'lq2v9k3c-7f0z',
    startedAt: '2026-01-02T03:04:05.000Z',
    readers: Array.from({ length: count }, (_, index) => ({ id: `r${index + 1}`, name: `Door ${index + 1}` })),
    eventType: 'forced open',
    labels: ['night shift'],
    concurrency: 1,
    perMinute: null,
    ...more,
  };
}

export type Answer = Result<Accepted, CamioFailure>;
export const accepted: Answer = ok({ status: 200, latencyMs: 1, answer: '' });
export const transport = (failure: Extract<CamioFailure, { code: 'transport' }>['failure']): Answer =>
  fail({ code: 'transport', failure });
export const answered = (status: 401 | 422 | 500): Answer =>
  status === 401
    ? fail({ code: 'unauthorized', status, text: '' })
    : status === 422
      ? fail({ code: 'rejected', status, text: 'no such device' })
      : fail({ code: 'server error', status, retryAfterMs: null, text: '' });
export const tooMany = (retryAfterMs: number | null): Answer => fail({ code: 'rate limited', retryAfterMs, text: '' });

/**
 * Runs sweeps against a Camio that answers as told, by a clock of its own: waits take no time, and sending takes a turn.
 */
export function deskOf(answer: (event: TestEvent, nth: number) => Answer | Promise<Answer>) {
  const sent: { readonly readerId: string; readonly event: TestEvent; readonly atMs: number }[] = [];
  const lines: SweepLine[] = [];
  const states: SweepState[] = [];
  const waits: number[] = [];
  let clockMs = Date.UTC(2026, 0, 2, 3, 4, 5);
  let inFlight = 0;
  let mostInFlight = 0;
  const pause = new AbortController();
  const stop = new AbortController();

  const effectsOn = (progress: SweepProgress): SweepEffects => ({
    async send(event) {
      sent.push({ readerId: event.readerId, event, atMs: clockMs });
      inFlight += 1;
      mostInFlight = Math.max(mostInFlight, inFlight);
      const nth = sent.length;
      await new Promise(setImmediate);
      inFlight -= 1;
      return answer(event, nth);
    },
    async note(line) {
      lines.push(line);
      progress.apply(line);
      return ok(undefined);
    },
    tell: (state) => void states.push(state),
    async wait(ms, cancel) {
      if (cancel.aborted) return;
      waits.push(ms);
      const until = clockMs + ms;
      await new Promise(setImmediate);
      clockMs = Math.max(clockMs, until);
    },
    now: () => clockMs,
    ticksMs: () => clockMs,
    random: () => 0.5,
  });

  return {
    sent,
    lines,
    states,
    waits,
    pause,
    stop,
    mostInFlight: () => mostInFlight,
    async run(progress: SweepProgress, more: Partial<SweepEffects> = {}, readerIds = progress.toSend()) {
      const wishes = { pause: pause.signal, stop: stop.signal };
      const end = await runSweep(progress, readerIds, { ...effectsOn(progress), ...more }, wishes);
      progress.apply({ kind: 'state', state: end });
      return end;
    },
  };
}

export const outcomesOf = (progress: SweepProgress): string[] => progress.results().map(({ outcome }) => outcome);
