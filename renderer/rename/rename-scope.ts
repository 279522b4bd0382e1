import { useMemo } from 'react';
import { Rows } from '../../core/readers/rows.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { isFiltered } from '../draft/reader-list.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useListState, useReaderList } from '../draft/use-reader-list.ts';

/** Which readers are to be renamed. */
export type RenameScope = 'selection' | 'shown' | 'all';

interface ScopeChoice {
  readonly value: RenameScope;
  readonly label: string;
  /** Their row numbers in the order of the list. */
  readonly chosen: readonly number[];
}

/** The readers a rename can be for, narrowest first, with their number; those the draft removes are left out. */
export function useScopes(): { readonly rows: Rows; readonly scopes: readonly ScopeChoice[] } {
  const { list } = useReaderList();
  const rows = useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty));
  const order = useListState((state) => state.order);
  const selected = useListState((state) => state.selection.rows);
  const isPart = useListState(isFiltered);
  return useMemo(() => {
    const isThere = (row: number) => Boolean(rows.at(row)?.mine);
    const scopes: ScopeChoice[] = [];
    const offer = (value: RenameScope, chosen: readonly number[], what: string) =>
      scopes.push({ value, chosen, label: `${formatCount(chosen.length)} ${what}` });
    const selection = order.filter((row) => selected.has(row) && isThere(row));
    if (selection.length > 0) offer('selection', selection, 'selected');
    if (isPart) offer('shown', order.filter(isThere), 'shown by the filter');
    offer('all', list.everyRow().filter(isThere), 'in the whole list');
    return { rows, scopes };
  }, [rows, order, selected, isPart, list]);
}
