// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table do not allow
import { cameraColumns } from './camera-columns.ts';

interface CamerasHeadProps {
  readonly cursorColumn: number | null;
  /** Of the cameras listed: how many are selected. */
  readonly selected: 'none' | 'some' | 'all';
}

/** The head of the grid; its checkbox selects every camera listed. The grid handles keys and clicks. */
export function CamerasHead({ cursorColumn, selected }: CamerasHeadProps) {
  return (
    <div role="rowgroup" className="grid-head">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the keyboard moves from cell to cell, as in every ARIA grid */}
      <div role="row" className="camera-row head" aria-rowindex={1} data-index={-1}>
        {cameraColumns.map(({ key, title }, place) => (
          <div
            key={key}
            role="columnheader"
            className={`cell camera-${key}`}
            aria-colindex={place + 1}
            aria-label={key === 'select' ? title : undefined}
            tabIndex={cursorColumn === place ? 0 : -1}
            data-column={place}
          >
            {key === 'select' ? (
              <input
                type="checkbox"
                tabIndex={-1}
                readOnly
                checked={selected === 'all'}
                ref={(box) => {
                  if (box) box.indeterminate = selected === 'some';
                }}
                aria-label="Select all cameras shown"
              />
            ) : (
              title
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
