import { useMemo, useState } from 'react';
import type { Camera } from '../../core/cameras/camera.ts';
import type { CellPlace } from '../grid/grid-keys.ts';
import { keepListed, nothingSelected, type Selection } from '../grid/selection.ts';
import { nameColumn } from './camera-columns.ts';

/** The cell the keyboard is on. `id` is null on the head and in an empty grid. */
export interface Cursor extends CellPlace {
  readonly id: string | null;
  /** The person put it there. Else it is only where the keyboard would come in, and no act is meant for its camera. */
  readonly isPut: boolean;
}

/** A cell being typed in. */
export interface Editing {
  readonly camera: Camera;
  readonly field: 'name' | 'site';
  readonly text: string;
}

export interface CamerasList {
  /** As shown: in order, and those the filter lets through. */
  readonly cameras: readonly Camera[];
  readonly cursor: Cursor;
  /** Rises whenever the keyboard is put somewhere: the grid then scrolls there. */
  readonly moves: number;
  readonly selection: Selection<string>;
  readonly editing: Editing | null;
  readonly moveTo: (place: CellPlace) => void;
  /** The same without scrolling there: it is in sight. */
  readonly follow: (place: CellPlace) => void;
  /** Brings a camera in sight, which may be shown only after the next act; the keyboard would come in there. */
  readonly moveToCamera: (id: string) => void;
  readonly select: (selection: Selection<string>) => void;
  readonly edit: (editing: Editing | null) => void;
}

/** Where the keyboard is in the grid, what is selected and typed. The keyboard stays on its camera, or else in its place. */
export function useCamerasList(cameras: readonly Camera[]): CamerasList {
  const [kept, setCursor] = useState<Cursor>({ index: 0, id: null, column: nameColumn, isPut: false });
  const [moves, setMoves] = useState(0);
  const [selection, select] = useState<Selection<string>>(nothingSelected);
  const [editing, edit] = useState<Editing | null>(null);

  // The same for as long as nothing of it changes, so that the grid need not be rendered for what is typed elsewhere.
  return useMemo(() => {
    const move = (cursor: Cursor) => {
      setCursor(cursor);
      setMoves((before) => before + 1);
    };
    return {
      cameras,
      cursor: placed(kept, cameras),
      moves,
      selection:
        selection.rows.size === 0
          ? selection
          : keepListed(
              selection,
              cameras.map(({ id }) => id),
            ),
      editing,
      moveTo: (place) => move(cursorAt(place, cameras)),
      follow: (place) => setCursor(cursorAt(place, cameras)),
      moveToCamera: (id) => move({ ...kept, id, isPut: kept.isPut && kept.id === id }),
      select,
      edit,
    };
  }, [cameras, kept, moves, selection, editing]);
}

const cursorAt = ({ index, column }: CellPlace, cameras: readonly Camera[]): Cursor => ({
  index,
  column,
  id: cameras[index]?.id ?? null,
  isPut: cameras[index] !== undefined,
});

function placed({ index, id, column, isPut }: Cursor, cameras: readonly Camera[]): Cursor {
  const isInPlace = id !== null && cameras[index]?.id === id;
  const found = isInPlace || id === null ? -1 : cameras.findIndex((camera) => camera.id === id);
  const now = found >= 0 ? found : Math.min(index, cameras.length - 1);
  return { index: now, id: cameras[now]?.id ?? null, column, isPut: isPut && (isInPlace || found >= 0) };
}
