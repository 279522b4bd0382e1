import { useMemo } from 'react';
import { Rows } from '../../core/readers/rows.ts';
import { useDraft } from './use-draft.ts';
import { useListState } from './use-reader-list.ts';

/** Readers of the draft that pass the filter, or null where there is none. Removed ones are listed but not counted. */
export function useShownReaders(): number | null {
  const rows = useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty));
  const order = useListState((state) => state.order);
  const isFiltered = useListState((state) => state.filter.trim() !== '');
  return useMemo(
    () => (isFiltered ? order.reduce((count, row) => count + (rows.at(row)?.mine ? 1 : 0), 0) : null),
    [isFiltered, order, rows],
  );
}
