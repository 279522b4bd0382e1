// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table do not allow
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Camera } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { showCursorCell, useGridFocus } from '../grid/use-grid-focus.ts';
import { CameraRow, type RowActs } from './CameraRow.tsx';
import { CamerasHead } from './CamerasHead.tsx';
import { cameraColumns } from './camera-columns.ts';
import { useCamerasInput } from './use-cameras-input.ts';
import type { CamerasList } from './use-cameras-list.ts';
import type { ReadersById } from './use-plan-view.ts';

/** `--row` of tokens.css. */
const headPx = 34;
/** A camera with one line of readers. */
const rowPx = 44;

interface CamerasGridProps {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly list: CamerasList;
  readonly plan: CameraPlan;
  readonly readers: ReadersById;
  readonly onPick: (camera: Camera, beside: Element, typed: string) => void;
}

/** The cameras as an ARIA grid. Only rows in sight are rendered. */
export const CamerasGrid = memo(function CamerasGrid({ grid, list, plan, readers, onPick }: CamerasGridProps) {
  const { cameras, cursor, moves, selection, editing } = list;
  const actions = usePlanActions();
  const scroller = useRef<HTMLDivElement>(null);

  // A new function would have every row placed anew.
  const getItemKey = useCallback((index: number) => cameras[index]?.id ?? index, [cameras]);
  const virtualizer = useVirtualizer({
    count: cameras.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey,
    overscan: 3,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
    // The row with the keyboard is always there, however far it is scrolled away: focus is never lost.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return cursor.index < 0 || inSight.includes(cursor.index) ? inSight : [...inSight, cursor.index];
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the keyboard scrolls
  useEffect(() => {
    if (cursor.index >= 0) virtualizer.scrollToIndex(cursor.index);
    else virtualizer.scrollToOffset(0);
    showCursorCell(grid.current);
  }, [moves]);

  const acts = useMemo<RowActs>(
    () => ({
      onType: list.edit,
      onCommit() {
        if (!list.editing) return;
        const { camera, field, text } = list.editing;
        list.edit(null);
        const typed = text.trim();
        if (typed !== camera[field] && (typed !== '' || field === 'site')) {
          actions.changeCamera({ ...camera, [field]: typed });
        }
      },
      onCancel: () => list.edit(null),
      onPick,
      onRemove: (from, reader) => actions.removeFromPlan(reader, [from]),
    }),
    [list, onPick, actions],
  );

  const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
  const input = useCamerasInput({ list, pageRows, onPick, onDelete: (chosen) => actions.deleteCameras(chosen) });
  const focus = useGridFocus(grid, editing !== null);
  const selected = selection.rows.size === 0 ? 'none' : selection.rows.size === cameras.length ? 'all' : 'some';

  return (
    <div ref={scroller} className="cameras-scroll">
      <div
        ref={grid}
        role="grid"
        aria-label="Cameras"
        aria-rowcount={cameras.length + 1}
        aria-colcount={cameraColumns.length}
        aria-multiselectable="true"
        {...input}
        {...focus}
        onFocus={(event) => {
          focus.onFocus();
          input.onFocus(event);
        }}
      >
        <CamerasHead cursorColumn={cursor.index < 0 ? cursor.column : null} selected={selected} />
        <div role="rowgroup" className="grid-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const camera = cameras[index];
            if (!camera) return null;
            return (
              <CameraRow
                key={key}
                camera={camera}
                index={index}
                topPx={start - headPx}
                view={plan.views.get(camera.id)}
                readers={readers}
                isSelected={selection.rows.has(camera.id)}
                cursorColumn={cursor.index === index ? cursor.column : null}
                editing={editing?.camera.id === camera.id ? editing : null}
                acts={acts}
                measure={virtualizer.measureElement}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
});
