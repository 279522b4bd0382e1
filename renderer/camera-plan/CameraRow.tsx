// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table do not allow
import { memo, type ReactNode, type Ref } from 'react';
import type { Camera, PlannedReader } from '../../core/cameras/camera.ts';
import { CameraCellEditor } from './CameraCellEditor.tsx';
import { type CameraColumn, cameraColumns } from './camera-columns.ts';
import { ReaderChips } from './ReaderChips.tsx';
import type { Editing } from './use-cameras-list.ts';
import type { ReadersById } from './use-plan-view.ts';

/** What can be done in a row; the same for all rows. */
export interface RowActs {
  readonly onType: (editing: Editing) => void;
  readonly onCommit: () => void;
  readonly onCancel: () => void;
  readonly onPick: (camera: Camera, beside: Element, typed: string) => void;
  readonly onRemove: (camera: Camera, reader: PlannedReader) => void;
}

interface CameraRowProps {
  readonly camera: Camera;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly topPx: number;
  /** The ids of the readers it sees. */
  readonly view: ReadonlySet<string> | undefined;
  readonly readers: ReadersById;
  readonly isSelected: boolean;
  /** The column the keyboard is on, or null where it is in another row. */
  readonly cursorColumn: number | null;
  readonly editing: Editing | null;
  readonly acts: RowActs;
  /** Measures the row: it is as high as its readers need. */
  readonly measure: Ref<HTMLDivElement>;
}

/** One camera with the readers in its view. Rows that stay in sight while others come are not rendered again. */
export const CameraRow = memo(function CameraRow(props: CameraRowProps) {
  const { camera, index, view, readers, isSelected, cursorColumn, editing, acts } = props;

  const text = (field: Editing['field']) =>
    editing?.field === field ? (
      <CameraCellEditor editing={editing} onType={acts.onType} onCommit={acts.onCommit} onCancel={acts.onCancel} />
    ) : (
      <span className="ellipsis" title={field === 'name' ? `${camera.name}\n${camera.id}` : camera.site}>
        {camera[field]}
      </span>
    );

  const content: Readonly<Record<CameraColumn, ReactNode>> = {
    select: <input type="checkbox" tabIndex={-1} checked={isSelected} readOnly aria-label={`Select ${camera.name}`} />,
    name: (
      <>
        {text('name')}
        {editing?.field === 'name' ? null : <span className="mono dim ellipsis camera-id">{camera.id}</span>}
      </>
    ),
    site: text('site'),
    readers: (
      <ReaderChips
        camera={camera}
        readers={[...(view ?? [])].map(readers.of)}
        isGhost={readers.isGhost}
        onPick={acts.onPick}
        onRemove={acts.onRemove}
      />
    ),
  };

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the keyboard moves from cell to cell, as in every ARIA grid
    <div
      ref={props.measure}
      role="row"
      className={isSelected ? 'camera-row selected' : 'camera-row'}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      {cameraColumns.map(({ key }, column) => (
        <div
          key={key}
          role="gridcell"
          className={`cell camera-${key}`}
          aria-colindex={column + 1}
          // While a cell is typed in, its field has the focus.
          tabIndex={editing && editing.field === key ? undefined : cursorColumn === column ? 0 : -1}
          data-column={column}
        >
          {content[key]}
        </div>
      ))}
    </div>
  );
});
