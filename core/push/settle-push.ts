import type { ListKey } from '../camio/dialect.ts';
import type { ChangeCounts } from '../readers/change.ts';
import { diffLists } from '../readers/diff.ts';
import type { Reader } from '../readers/reader.ts';
import * as phrase from './phrase-push.ts';
import { storedOtherwise } from './push.ts';
import type { PushEffects } from './push-plan.ts';
import type { PushState } from './push-state.ts';
import { readBack } from './read-back.ts';

/** A list that was sent, or was about to be, when the app was stopped or the waiting ended. */
export interface InterruptedPush {
  /** When sending began, ISO 8601. */
  readonly startedAt: string;
  readonly sent: readonly Reader[];
  /** What Camio held before. */
  readonly before: readonly Reader[];
  readonly listKey: ListKey;
  readonly counts: ChangeCounts;
}

/** Finds out by reading alone what became of an interrupted push, and says so. Never sends anything. */
export async function* settlePush(
  { startedAt, sent, before, listKey, counts }: InterruptedPush,
  effects: Pick<PushEffects, 'readList' | 'adopt' | 'noteSettled' | 'wait' | 'now'>,
  cancel: AbortSignal,
): AsyncGenerator<PushState> {
  const interruptedAt = startedAt;
  const back = yield* readBack(sent, effects, cancel);
  if (back.kind === 'stopped') {
    return yield { kind: 'outcome unknown', error: phrase.notWaitedFor(null), interruptedAt };
  }
  if (back.kind === 'not seen') {
    return yield { kind: 'outcome unknown', error: phrase.interruptedUnknown(back.failure), interruptedAt };
  }
  const { remote, differences } = back;
  if (differences.total === 0) {
    const adopted = await effects.adopt(remote);
    // Until the draft has followed, the note stays: the next start reads the list back once more and lets it follow.
    if (adopted.ok) await effects.noteSettled();
    const state = { kind: 'stored', at: remote.readAt, readers: remote.readers.length, counts, interruptedAt } as const;
    return yield adopted.ok ? state : { ...state, notice: phrase.notAdopted(adopted.error) };
  }
  await effects.noteSettled();
  if (diffLists(before, remote.readers).total === 0) {
    return yield { kind: 'refused', error: phrase.interruptedNotStored, interruptedAt };
  }
  yield { ...storedOtherwise(null, back, listKey), error: phrase.interruptedOtherList(differences), interruptedAt };
}
