import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Camera } from '../../core/cameras/camera.ts';
import { type CellPlace, type GridIntent, gridIntent } from '../grid/grid-keys.ts';
import { nothingSelected, selectAll, selectRange, toggleRow } from '../grid/selection.ts';
import { holdsCommandKey } from '../ui/shortcut-keys.ts';
import { cameraColumns, nameColumn } from './camera-columns.ts';
import type { CamerasList } from './use-cameras-list.ts';

interface CamerasInput {
  readonly list: CamerasList;
  /** Rows that fit on the screen. */
  readonly pageRows: number;
  /** Opens the multi-select beside this element, its filter begun with `typed`. */
  readonly onPick: (camera: Camera, beside: Element, typed: string) => void;
  readonly onDelete: (cameras: readonly Camera[]) => void;
}

/** Keys and clicks of the whole grid, handled in one place: rows carry no handlers of their own but their buttons'. */
export function useCamerasInput({ list, pageRows, onPick, onDelete }: CamerasInput) {
  const { cameras, cursor, selection } = list;
  const ids = () => cameras.map(({ id }) => id);

  const toggleAll = () => {
    list.select(selection.rows.size === cameras.length ? nothingSelected : selectAll(ids()));
  };

  const selectTo = (id: string) => list.select(selectRange(selection, ids(), cursor.id ?? id, id));

  /** What a cell is for. `typed` begins the text, or the filter of the multi-select. */
  const open = ({ index, column }: CellPlace, typed: string | null, beside: Element) => {
    const camera = cameras[index];
    const key = cameraColumns[column]?.key;
    if (!camera) {
      if (key === 'select') toggleAll();
    } else if (key === 'name' || key === 'site') list.edit({ camera, field: key, text: typed ?? camera[key] });
    else if (key === 'readers') onPick(camera, beside, typed ?? '');
    else if (key === 'select' && typed === null) list.select(toggleRow(selection, camera.id));
  };

  const run = (intent: GridIntent, beside: Element) => {
    switch (intent.kind) {
      case 'move': {
        const camera = cameras[intent.to.index];
        if (intent.extend && camera) selectTo(camera.id);
        list.moveTo(intent.to);
        return;
      }
      case 'edit': {
        // F2 renames from anywhere in the row.
        const isRename = intent.typed === null && cursor.index >= 0;
        const column = isRename && cameraColumns[cursor.column]?.key !== 'site' ? nameColumn : cursor.column;
        if (isRename) list.moveTo({ index: cursor.index, column });
        open({ index: cursor.index, column }, intent.typed, beside);
        return;
      }
      case 'open':
        open(cursor, null, beside);
        return;
      case 'select':
        if (cursor.id === null) toggleAll();
        else list.select(toggleRow(selection, cursor.id));
        return;
      case 'select all':
        list.select(selectAll(ids()));
        return;
      case 'select none':
        list.select(nothingSelected);
        return;
      case 'remove':
        onDelete(chosenCameras(list));
    }
  };

  return {
    /** Wherever the focus comes from, e.g. a screen reader: keys are for the cell that has it. */
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      const isThere = place?.index === cursor.index && place.column === cursor.column;
      if (place && !(isThere && (cursor.isPut || cursor.id === null))) list.follow(place);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isOwnControl(event.target) || !(event.target instanceof Element) || event.nativeEvent.isComposing) return;
      const { key, shiftKey: shift, altKey: alt } = event;
      const size = { rows: cameras.length, columns: cameraColumns.length, page: pageRows };
      const intent = gridIntent({ key, shift, alt, command: holdsCommandKey(event) }, cursor, size);
      if (!intent) return;
      event.preventDefault();
      run(intent, event.target);
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || isOwnControl(event.target)) return;
      const camera = cameras[place.index];
      if (event.shiftKey && camera) {
        event.preventDefault();
        selectTo(camera.id);
      } else if (holdsCommandKey(event) && camera) list.select(toggleRow(selection, camera.id));
      list.moveTo(place);
    },
    onClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || event.shiftKey || holdsCommandKey(event) || !(event.target instanceof Element)) return;
      if (cameraColumns[place.column]?.key === 'select') open(place, null, event.target);
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      const key = place ? cameraColumns[place.column]?.key : undefined;
      if (!place || isOwnControl(event.target) || !(event.target instanceof Element)) return;
      if (key === 'name' || key === 'site') open(place, null, event.target);
    },
  };
}

/** The cameras selected, or else the one the person put the keyboard on. */
export function chosenCameras({ cameras, selection, cursor }: CamerasList): readonly Camera[] {
  const chosen = selection.rows.size > 0 ? selection.rows : new Set(cursor.isPut ? [cursor.id] : []);
  return cameras.filter(({ id }) => chosen.has(id));
}

/** Fields and buttons in cells answer keys and clicks themselves. */
function isOwnControl(target: EventTarget): boolean {
  if (!(target instanceof Element)) return false;
  return target instanceof HTMLInputElement ? target.type === 'text' : target.closest('button') !== null;
}

/** The cell an event happened in, read from the attributes rows and cells carry. */
function placeOf(target: EventTarget): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
  return column === undefined || index === undefined ? null : { index: Number(index), column: Number(column) };
}
