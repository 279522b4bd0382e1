import type { AppError } from '../app-error.ts';
import { bodyBytes } from '../camio/device-list.ts';
import { type CamioFailure, mayHaveActed } from '../camio/failure.ts';
import { phraseFailure } from '../camio/phrase-failure.ts';
import { fail, ok, type Result } from '../result.ts';
import { brakeFor } from './brake.ts';
import { diffLists, diffReadBack } from './diff.ts';
import { baseLength, baseReaders, type Draft, draftLength, draftReaders } from './draft.ts';
import { phraseDrift } from './phrase-drift.ts';
import * as phrase from './phrase-push.ts';
import { refusePlan } from './push-refusal.ts';
import type { Differences, PushState } from './push-state.ts';
import type { Reader, RemoteList } from './reader.ts';

/** What is to be pushed: the draft as reviewed and exactly the bytes the review showed. */
export interface PushPlan {
  readonly draft: Draft;
  /** Made by `encodeDeviceList` from the draft's readers. */
  readonly body: string;
  /** What the person typed to release the brake; '' where it was not asked for. */
  readonly typed: string;
}

/** What a push does to the world. None of these rejects. */
export interface PushEffects {
  /** `cancel` ends the call early; null where it must run to its end. */
  readList(cancel: AbortSignal | null): Promise<Result<readonly Reader[], CamioFailure>>;
  /** Keeps the list that is about to be overwritten, on disk. */
  backUp(remote: RemoteList): Promise<Result<void, AppError>>;
  /** Replaces Camio's list. Called once at most. */
  replaceList(body: string): Promise<Result<unknown, CamioFailure>>;
  /** Puts the draft on the list that was read back and found to be what was sent. */
  adopt(stored: RemoteList): Promise<Result<void, AppError>>;
  wait(ms: number): Promise<void>;
  /** The current time, ISO 8601 in UTC. */
  now(): string;
}

/** When the list is read back after sending: at once, and again while it does not show what was sent. */
const readBackAfterMs = [0, 1_000, 3_000] as const;

/**
 * Pushes a draft, state by state; the last state is the outcome. Nothing is sent while anything is in doubt, a list is
 * sent once at most, and only a list that was read back equal is called stored. `cancel` is heeded until sending.
 */
export async function* push(plan: PushPlan, effects: PushEffects, cancel: AbortSignal): AsyncGenerator<PushState> {
  const { draft, body } = plan;
  const refusal = refusePlan(draft);
  if (refusal) return yield { kind: 'refused', error: refusal };

  yield { kind: 'reading remote' };
  const read = await effects.readList(cancel);
  if (cancel.aborted) return yield { kind: 'cancelled' };
  if (!read.ok) return yield { kind: 'refused', error: phraseFailure(read.error, 'read the list') };
  const remote: RemoteList = { readers: read.value, readAt: effects.now() };

  yield { kind: 'comparing' };
  const mine = draftReaders(draft);
  // Holds already what would be sent: an earlier push whose outcome was unknown went through.
  if (diffReadBack(mine, remote.readers).total === 0) return yield await stored(draft, remote, effects);
  const held = heldBack(plan, remote.readers);
  if (held) return yield held;

  yield { kind: 'backing up' };
  const backedUp = await effects.backUp(remote);
  if (!backedUp.ok) return yield { kind: 'refused', error: phrase.notBackedUp(backedUp.error) };
  if (cancel.aborted) return yield { kind: 'cancelled' };

  yield { kind: 'sending', readers: mine.length, bytes: bodyBytes(body) };
  const sent = await effects.replaceList(body);
  if (!sent.ok && !mayHaveActed(sent.error)) {
    return yield { kind: 'refused', error: phraseFailure(sent.error, 'replace the list') };
  }

  yield { kind: 'reading back' };
  const back = await readBack(mine, effects);
  if (back.ok && back.value.differences.total === 0) return yield await stored(draft, back.value.remote, effects);
  yield unconfirmed(sent.ok ? null : sent.error, remote, back);
}

/** Why the push must not go on by itself, or null. */
function heldBack({ draft, typed }: PushPlan, remote: readonly Reader[]): PushState | null {
  const differences = diffLists(baseReaders(draft), remote);
  if (differences.total > 0) return { kind: 'drift', differences, error: phraseDrift(differences) };
  const { removed } = draft.counts;
  const brake = brakeFor({ removed, of: baseLength(draft), kept: draftLength(draft) });
  return brake && typed.trim() !== String(removed) ? { kind: 'braked', brake } : null;
}

async function stored(draft: Draft, remote: RemoteList, effects: PushEffects): Promise<PushState> {
  const adopted = await effects.adopt(remote);
  const state = { kind: 'stored', at: remote.readAt, readers: remote.readers.length, counts: draft.counts } as const;
  return adopted.ok ? state : { ...state, notice: phrase.notAdopted(adopted.error) };
}

interface ReadBack {
  readonly remote: RemoteList;
  /** Sent against read back. */
  readonly differences: Differences;
}

/** Reads the list until it is what was sent or the patience ends; answers what was seen last, or why nothing was. */
async function readBack(sent: readonly Reader[], effects: PushEffects): Promise<Result<ReadBack, CamioFailure>> {
  let seen: ReadBack | null = null;
  let failure: CamioFailure | null = null;
  for (const ms of readBackAfterMs) {
    if (ms > 0) await effects.wait(ms);
    const read = await effects.readList(null);
    if (read.ok) {
      const remote = { readers: read.value, readAt: effects.now() };
      seen = { remote, differences: diffReadBack(sent, remote.readers) };
      if (seen.differences.total === 0) break;
    } else failure = read.error;
  }
  if (seen) return ok(seen);
  if (failure) return fail(failure);
  throw new Error('The list was not read back.');
}

/** The outcome where the list that was read back, if any, is not what was sent. `failure`: how sending failed. */
function unconfirmed(
  failure: CamioFailure | null,
  before: RemoteList,
  back: Result<ReadBack, CamioFailure>,
): PushState {
  if (!back.ok) return { kind: 'outcome unknown', error: phrase.notReadBack(failure, back.error) };
  const { differences, remote } = back.value;
  if (failure && diffLists(before.readers, remote.readers).total === 0) {
    return { kind: 'refused', error: phrase.notStored(failure) };
  }
  return { kind: 'not stored as sent', differences, error: phrase.storedOtherwise(failure, differences) };
}
