import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { columns, nameColumn } from '../draft/columns.ts';
import type { ReaderActions } from '../draft/reader-actions.ts';
import type { Cursor, ReaderList } from '../draft/reader-list.ts';
import { type CellPlace, type GridIntent, gridIntent } from '../grid/grid-keys.ts';
import { nothingSelected, selectAll, selectRange, toggleRow } from '../grid/selection.ts';
import { holdsCommandKey } from '../ui/shortcut-keys.ts';

/** Keys and clicks of the whole grid, handled in one place: rows carry no handlers of their own. */
export function useGridInput(list: ReaderList, actions: ReaderActions, pageRows: number) {
  const toggleAll = () => {
    const { order, selection } = list.state();
    list.select(selection.rows.size === order.length ? nothingSelected : selectAll(order));
  };

  const selectTo = (row: number) => {
    const { order, selection, cursor } = list.state();
    list.select(selectRange(selection, order, cursor.row ?? row, row));
  };

  /** Enter, a click on the head or in the first column: what the cell is for. */
  const open = ({ index, column, row }: Omit<Cursor, 'isPut'>) => {
    const target = columns[column];
    if (!target) return;
    if (index < 0) {
      if (target.sort) list.sortBy(target.sort);
      else if (target.key === 'select') toggleAll();
    } else if (row === null) return;
    else if (target.key === 'id' || target.key === 'name') actions.edit(row, target.key, null);
    else if (target.key === 'select') list.select(toggleRow(list.state().selection, row));
    else if (target.key === 'change') actions.keep(row);
  };

  /** F2 or a typed character. F2 renames from anywhere in the row; characters only go into a cell that takes text. */
  const edit = ({ index, column, row }: Cursor, typed: string | null) => {
    if (row === null) return;
    const key = columns[column]?.key;
    if (key === 'id' || key === 'name') actions.edit(row, key, typed);
    else if (typed === null) {
      list.moveTo({ index, column: nameColumn });
      actions.edit(row, 'name', null);
    }
  };

  const run = (intent: GridIntent) => {
    const { cursor, order, selection } = list.state();
    switch (intent.kind) {
      case 'move': {
        const row = order[intent.to.index];
        if (intent.extend && row !== undefined) selectTo(row);
        list.moveTo(intent.to);
        return;
      }
      case 'edit':
        edit(cursor, intent.typed);
        return;
      case 'open':
        open(cursor);
        return;
      case 'select':
        if (cursor.row === null) toggleAll();
        else list.select(toggleRow(selection, cursor.row));
        return;
      case 'select all':
        list.select(selectAll(order));
        return;
      case 'select none':
        list.select(nothingSelected);
        return;
      case 'remove':
        if (cursor.index >= 0 || selection.rows.size > 0) actions.remove();
    }
  };

  return {
    /** Wherever the focus comes from, e.g. Tab or a screen reader: keys are for the cell that has it. */
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (place) list.follow(place);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isEditor(event.target)) return;
      const { key, shiftKey: shift, altKey: alt } = event;
      const { cursor, order } = list.state();
      const size = { rows: order.length, columns: columns.length, page: pageRows };
      const intent = gridIntent({ key, shift, alt, command: holdsCommandKey(event) }, cursor, size);
      if (!intent || event.nativeEvent.isComposing) return;
      event.preventDefault();
      run(intent);
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || isEditor(event.target)) return;
      // Cells cannot be marked, so that the browser would leave text marked elsewhere, which a copy would then take.
      document.getSelection()?.removeAllRanges();
      const row = list.state().order[place.index];
      const isRange = event.shiftKey && row !== undefined;
      if (isRange) {
        event.preventDefault();
        selectTo(row);
      } else if (holdsCommandKey(event) && row !== undefined) list.select(toggleRow(list.state().selection, row));
      list.moveTo(place);
    },
    onClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || event.shiftKey || holdsCommandKey(event)) return;
      const isOnHead = place.index < 0;
      if (isOnHead || columns[place.column]?.key === 'select') open({ ...place, row: rowAt(list, place) });
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      const key = place ? columns[place.column]?.key : undefined;
      if (!place || place.index < 0 || isEditor(event.target)) return;
      if (key === 'id' || key === 'name') open({ ...place, row: rowAt(list, place) });
    },
  };
}

const rowAt = (list: ReaderList, { index }: CellPlace): number | null => list.state().order[index] ?? null;

const isEditor = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type === 'text';

/** The cell an event happened in, read from the attributes rows and cells carry. */
function placeOf(target: EventTarget): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
  return column === undefined || index === undefined ? null : { index: Number(index), column: Number(column) };
}
