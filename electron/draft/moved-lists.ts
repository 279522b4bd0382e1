import type { Draft } from '../../core/draft/draft.ts';
import type { RemoteList } from '../../core/readers/reader.ts';

/**
 * Camio's lists that were seen to have moved, by connection, each with the time of the draft's base it was compared with.
 * A merge is made with the list a person saw and no other, so it is kept until then.
 */
export type MovedLists = Map<string, MovedList>;

export interface MovedList {
  readonly remote: RemoteList;
  readonly baseReadAt: string | null;
  /** How many readers differ from the base. */
  readonly readers: number;
}

/** The list that was seen to have moved from the very base the draft stands on. */
export function movedFrom(moved: MovedLists, connectionId: string, draft: Draft): MovedList | null {
  const seen = moved.get(connectionId);
  return seen?.baseReadAt === draft.baseReadAt ? seen : null;
}
