import { useSyncExternalStore } from 'react';
import { toast } from '../ui/toast.ts';
import type { DraftSession } from './draft-session.ts';
import { ReaderActions } from './reader-actions.ts';
import { type ListState, ReaderList } from './reader-list.ts';
import { useDraftSession } from './use-draft.ts';

/** The list and its actions live and go with the draft they show. */
const lists = new WeakMap<DraftSession, { readonly list: ReaderList; readonly actions: ReaderActions }>();

/** How the open connection's draft is listed, and what can be done to it. */
export function useReaderList(): { readonly list: ReaderList; readonly actions: ReaderActions } {
  const session = useDraftSession();
  let found = lists.get(session);
  if (!found) {
    const list = new ReaderList(session);
    found = { list, actions: new ReaderActions(session, list, toast) };
    lists.set(session, found);
  }
  return found;
}

/** A part of how the draft is listed. The selector answers the same value for the same state: no new objects. */
export function useListState<T>(selector: (state: ListState) => T): T {
  const { list } = useReaderList();
  return useSyncExternalStore(list.subscribe, () => selector(list.state()));
}
