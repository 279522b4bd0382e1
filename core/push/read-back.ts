import type { AppError } from '../app-error.ts';
import type { CamioFailure } from '../camio/failure.ts';
import { phraseFailure } from '../camio/phrase-failure.ts';
import { type Differences, diffReadBack } from '../readers/diff.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';
import { notSeenYet } from './phrase-push.ts';
import { type PushEffects, type SeenList, timeAfter } from './push-plan.ts';
import type { PushState } from './push-state.ts';

/** What reading back came to. */
export type ReadBack =
  /** `differences`: sent against read back. None: Camio holds what was sent. */
  | {
      readonly kind: 'seen';
      readonly remote: RemoteList;
      readonly seenAs: SeenList['seenAs'];
      readonly differences: Differences;
    }
  | { readonly kind: 'not seen'; readonly failure: CamioFailure }
  /** The person does not wait any longer. */
  | { readonly kind: 'stopped' };

/** Waits between readings while the list is seen but is not yet what was sent, */
const showsLaterMs = [1_000, 3_000] as const;
/** and while it cannot be read at all. */
const comesBackMs = [1_000, 3_000, 10_000, 30_000, 60_000] as const;

/**
 * Reads Camio's list until it is what was sent or the patience ends; the last reading counts. Never sends anything.
 * `cancel` is heeded between readings.
 */
export async function* readBack(
  sent: readonly Reader[],
  effects: Pick<PushEffects, 'readList' | 'wait' | 'now'>,
  cancel: AbortSignal,
): AsyncGenerator<PushState, ReadBack> {
  for (let readings = 1; ; readings += 1) {
    yield { kind: 'reading back' };
    const outcome = await readOnce(sent, effects);
    if (outcome.kind === 'seen' && outcome.differences.total === 0) return outcome;
    const ms = nextWaitMs(outcome, readings);
    if (ms === null) return outcome;
    yield { kind: 'settling', nextAt: timeAfter(effects.now(), ms), readings, error: whyNotYet(outcome) };
    await effects.wait(ms, cancel);
    if (cancel.aborted) return { kind: 'stopped' };
  }
}

type Reading = Exclude<ReadBack, { kind: 'stopped' }>;

async function readOnce(sent: readonly Reader[], effects: Pick<PushEffects, 'readList' | 'now'>): Promise<Reading> {
  const read = await effects.readList(null);
  if (!read.ok) return { kind: 'not seen', failure: read.error };
  const { readers, seenAs } = read.value;
  const remote = { readers, readAt: effects.now() };
  return { kind: 'seen', remote, seenAs, differences: diffReadBack(sent, readers) };
}

/** How long to wait before the next reading; null where another one would tell nothing new. */
function nextWaitMs(reading: Reading, readings: number): number | null {
  if (reading.kind === 'seen') return showsLaterMs[readings - 1] ?? null;
  const { failure } = reading;
  const ms = comesBackMs[readings - 1] ?? null;
  switch (failure.code) {
    case 'unauthorized':
    case 'not offered':
    case 'redirected':
      return null;
    case 'rate limited':
    case 'server error':
      return ms === null ? null : Math.max(ms, failure.retryAfterMs ?? 0);
    case 'transport':
    case 'rejected':
    case 'unexpected status':
    case 'unreadable':
      return ms;
  }
}

function whyNotYet(reading: Reading): AppError {
  return reading.kind === 'seen' ? notSeenYet(reading.differences) : phraseFailure(reading.failure, 'read the list');
}
