import type { WorksheetLine } from '../../core/cameras/worksheet.ts';
import { Tag } from '../ui/Tag.tsx';

interface WorksheetLineItemProps {
  readonly line: WorksheetLine;
  readonly tabIndex: 0 | -1;
  readonly onTick: (isDone: boolean) => void;
}

/** One camera's row on Camio's settings page: what to choose there, what to clear, and whether that was done. */
export function WorksheetLineItem({ line, tabIndex, onTick }: WorksheetLineItemProps) {
  const { camera, readers, clear, isDeleted, isDone, isChanged } = line;
  return (
    <div className={isDone ? 'worksheet-line done' : 'worksheet-line'}>
      {isChanged ? (
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={`Done: ${camera.name}`}
          checked={isDone}
          onChange={(event) => onTick(event.target.checked)}
        />
      ) : (
        <span />
      )}
      <span className="worksheet-camera">
        <strong className="ellipsis" title={camera.name}>
          {camera.name}
        </strong>
        <span className="mono dim ellipsis" title={camera.id}>
          {camera.site ? `${camera.site} · ${camera.id}` : camera.id}
        </span>
      </span>
      <span className="worksheet-readers">
        {readers.map(({ reader, mark }) => (
          <span key={reader.id} className={`chip ${mark}`} title={`${reader.name}\n${reader.id}`}>
            <span className="ellipsis">{reader.name || reader.id}</span>
            {mark === 'new' ? <span className="worksheet-new">new</span> : null}
          </span>
        ))}
        {readers.length === 0 ? <span className="dim">No reader</span> : null}
        {clear.map(({ id, name }) => (
          <span key={id} className="chip ghost" title={`${name}\n${id}`}>
            <span className="ellipsis">Clear: {name || id}</span>
          </span>
        ))}
        {isDeleted ? <Tag tone="removed">Deleted</Tag> : null}
      </span>
    </div>
  );
}
