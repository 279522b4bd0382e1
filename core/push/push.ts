import { bodyBytes } from '../camio/device-list.ts';
import { type CamioFailure, mayHaveActed } from '../camio/failure.ts';
import { phraseFailure } from '../camio/phrase-failure.ts';
import { phraseOtherAccount } from '../connections/account.ts';
import { brakeOf } from '../draft/brake.ts';
import { baseReaders, type Draft, draftLength, draftReaders } from '../draft/draft.ts';
import { diffLists, diffReadBack } from '../readers/diff.ts';
import { phraseDrift } from '../readers/phrase-drift.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';
import { namedReaders } from './named-readers.ts';
import * as phrase from './phrase-push.ts';
import { type PushEffects, type PushPlan, timeAfter } from './push-plan.ts';
import { neverRead, refusePlan } from './push-refusal.ts';
import { PushRetries } from './push-retry.ts';
import type { PushState } from './push-state.ts';
import { type ReadBack, readBack } from './read-back.ts';

/** What one attempt came to: the end of the push, or a failure that stored nothing and may pass. */
type Attempt =
  | { readonly kind: 'end'; readonly state: PushState }
  /** The person agreed, which took time: everything is looked at again. */
  | { readonly kind: 'agreed' }
  | { readonly kind: 'failed'; readonly failure: CamioFailure; readonly state: PushState };

const end = (state: PushState): Attempt => ({ kind: 'end', state });

/**
 * Pushes a draft, state by state; the last state is the outcome. Nothing is sent while anything is in doubt. A list is
 * sent again only after Camio surely did not store it, and only after everything was looked at anew; only a list that was
 * read back equal is called stored. `cancel` is heeded wherever `canCancel` says so.
 */
export async function* push(plan: PushPlan, effects: PushEffects, cancel: AbortSignal): AsyncGenerator<PushState> {
  const refusal = refusePlan(plan.draft);
  if (refusal) return yield { kind: 'refused', error: refusal };
  const retries = new PushRetries();
  let isAgreed = false;
  for (;;) {
    const attempt = yield* attemptOnce(plan, effects, isAgreed, cancel);
    if (attempt.kind === 'agreed') {
      isAgreed = true;
      continue;
    }
    const ms = attempt.kind === 'failed' ? retries.pauseMs(attempt.failure, effects.random()) : null;
    if (attempt.kind === 'end' || ms === null) return yield attempt.state;
    const error = phrase.waitsFor(attempt.failure);
    yield { kind: 'waiting', nextAt: timeAfter(effects.now(), ms), error };
    await effects.wait(ms, cancel);
    if (cancel.aborted) return yield { kind: 'cancelled' };
  }
}

async function* attemptOnce(
  plan: PushPlan,
  effects: PushEffects,
  isAgreed: boolean,
  cancel: AbortSignal,
): AsyncGenerator<PushState, Attempt> {
  const { draft } = plan;
  yield { kind: 'reading remote' };
  const read = await effects.readList(cancel);
  if (cancel.aborted) return end({ kind: 'cancelled' });
  const isUnseen = !read.ok && read.error.code === 'not offered';
  if (!read.ok && !isUnseen) return refused(read.error, 'read the list', draft);
  const account = await effects.askAccount(cancel);
  if (cancel.aborted) return end({ kind: 'cancelled' });
  if (account.kind === 'other account') return end({ ...account, error: phraseOtherAccount(account) });

  yield { kind: 'comparing' };
  const remote = read.ok ? { readers: read.value.readers, readAt: effects.now() } : null;
  if (remote && draft.baseReadAt !== null && diffLists(baseReaders(draft), remote.readers).total > 0) {
    const kept = await effects.keepLost(remote);
    if (!kept.ok) return end({ kind: 'refused', error: phrase.notBackedUp(kept.error) });
  }
  // Holds already what would be sent: an earlier push whose outcome was unknown went through.
  if (remote && diffReadBack(draftReaders(draft), remote.readers).total === 0) {
    return end(await stored(draft, remote, effects));
  }
  const held = remote ? movedOn(draft, remote.readers) : notSeen(plan);
  const state = held ?? braked(plan);
  if (state) return end(state);
  if (!isAgreed) {
    const answer = await effects.agree(brakeOf(draft));
    if (answer === 'declined' || cancel.aborted) return end({ kind: 'cancelled' });
    if (answer === 'agreed') return { kind: 'agreed' };
  }
  return yield* send(plan, remote, effects, cancel);
}

/** Backs up, sends and finds out what came of it. `before` is Camio's list, null where it does not let it be read. */
async function* send(
  { draft, body, listKey }: PushPlan,
  before: RemoteList | null,
  effects: PushEffects,
  cancel: AbortSignal,
): AsyncGenerator<PushState, Attempt> {
  yield { kind: 'backing up' };
  const known = before ?? lastKnown(draft, effects);
  const backedUp = await effects.backUp(known);
  if (!backedUp.ok) return end({ kind: 'refused', error: phrase.notBackedUp(backedUp.error) });
  if (cancel.aborted) return end({ kind: 'cancelled' });

  const mine = draftReaders(draft);
  yield { kind: 'sending', readers: mine.length, bytes: bodyBytes(body) };
  const noted = await effects.noteSending();
  if (!noted.ok) return end({ kind: 'refused', error: phrase.notNoted(noted.error) });
  const sent = await effects.replaceList(body);
  const failure = sent.ok ? null : sent.error;
  if (failure && !mayHaveActed(failure)) {
    await effects.noteSettled();
    return refused(failure, 'replace the list', draft);
  }
  if (!before) return end(await sentUnseen(draft, failure, effects));

  const back = yield* readBack(mine, effects, cancel);
  // Without a reading the note stays: the list is looked at again when the connection is next opened.
  if (back.kind === 'stopped') return end({ kind: 'outcome unknown', error: phrase.notWaitedFor(failure) });
  if (back.kind === 'not seen') {
    return end({ kind: 'outcome unknown', error: phrase.notReadBack(failure, back.failure) });
  }
  if (back.differences.total === 0) return end(await stored(draft, back.remote, effects));
  await effects.noteSettled();
  if (failure && diffLists(before.readers, back.remote.readers).total === 0) {
    return { kind: 'failed', failure, state: { kind: 'refused', error: phrase.notStored(failure) } };
  }
  return end(storedOtherwise(failure, back, listKey));
}

/** Not stored for sure. The readers that Camio's words name are named. */
function refused(failure: CamioFailure, asked: 'read the list' | 'replace the list', draft: Draft): Attempt {
  const error = phraseFailure(failure, asked);
  const named = failure.code === 'rejected' ? namedReaders(draftReaders(draft), failure.text) : [];
  const state: PushState = named.length > 0 ? { kind: 'refused', error, named } : { kind: 'refused', error };
  return { kind: 'failed', failure, state };
}

/** Why the push must not go on over the list Camio holds, or null. */
function movedOn(draft: Draft, remote: readonly Reader[]): PushState | null {
  if (draft.baseReadAt === null) return { kind: 'refused', error: neverRead };
  const differences = diffLists(baseReaders(draft), remote);
  return differences.total > 0 ? { kind: 'drift', differences, error: phraseDrift(differences) } : null;
}

/** Holds a push over a list that cannot be seen until the number of readers it sends is typed. */
function notSeen({ draft, unseen }: PushPlan): PushState | null {
  const readers = draftLength(draft);
  return unseen.trim() === String(readers)
    ? null
    : { kind: 'list not seen', readers, error: phrase.listNotSeen(readers) };
}

function braked({ draft, typed }: PushPlan): PushState | null {
  const brake = brakeOf(draft);
  return brake && typed.trim() !== String(brake.removed) ? { kind: 'braked', brake } : null;
}

/** The list the draft stands on: what was last read, or last pushed, while Camio's own cannot be seen. */
function lastKnown(draft: Draft, effects: PushEffects): RemoteList {
  return { readers: baseReaders(draft), readAt: effects.now() };
}

async function stored(draft: Draft, remote: RemoteList, effects: PushEffects): Promise<PushState> {
  const adopted = await effects.adopt(remote);
  // Until the draft has followed, the note stays: the next start reads the list back and lets it follow.
  if (adopted.ok) await effects.noteSettled();
  const state = { kind: 'stored', at: remote.readAt, readers: remote.readers.length, counts: draft.counts } as const;
  return adopted.ok ? state : { ...state, notice: phrase.notAdopted(adopted.error) };
}

/** There is no reading back: what Camio answered is all there is. */
async function sentUnseen(draft: Draft, failure: CamioFailure | null, effects: PushEffects): Promise<PushState> {
  await effects.noteSettled();
  if (failure) return { kind: 'outcome unknown', error: phrase.unseenUnknown(failure), unreadable: true };
  const adopted = await effects.adoptUnseen();
  const { counts } = draft;
  const state = { kind: 'sent, not verified', at: effects.now(), readers: draftLength(draft), counts } as const;
  return adopted.ok ? state : { ...state, notice: phrase.notAdopted(adopted.error) };
}

/** Camio holds another list than the one that was sent. `failure`: how sending failed, if it did. */
export function storedOtherwise(
  failure: CamioFailure | null,
  { differences, seenAs }: Extract<ReadBack, { kind: 'seen' }>,
  listKey: PushPlan['listKey'],
): Extract<PushState, { kind: 'not stored as sent' }> {
  const state = { kind: 'not stored as sent', differences } as const;
  if (seenAs === 'bare' || seenAs === listKey) return { ...state, error: phrase.storedOtherwise(failure, differences) };
  return { ...state, error: phrase.storedUnderOtherKey(failure, listKey, seenAs), otherKey: seenAs };
}
