import { useMemo } from 'react';
import { Rows } from '../../core/readers/rows.ts';
import { isFiltered } from './reader-list.ts';
import { useDraft } from './use-draft.ts';
import { useListState } from './use-reader-list.ts';

/** Readers of the draft that pass the filters, or null where there are none. Removed ones are listed but not counted. */
export function useShownReaders(): number | null {
  const rows = useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty));
  const order = useListState((state) => state.order);
  const isPart = useListState(isFiltered);
  return useMemo(
    () => (isPart ? order.reduce((count, row) => count + (rows.at(row)?.mine ? 1 : 0), 0) : null),
    [isPart, order, rows],
  );
}
