import { otherNameInCamio } from '../../core/worksheet/listed-readers.ts';
import type { WorksheetLine, WorksheetReader } from '../../core/worksheet/worksheet-line.ts';
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
        {readers.map((each) => (
          <ReaderChip key={each.reader.id} {...each} />
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

function ReaderChip({ reader, mark }: WorksheetReader) {
  const { id, name } = reader;
  const otherName = otherNameInCamio(reader);
  return (
    <>
      <span className={`chip ${mark}`} title={`${name}\n${id}`}>
        <span className="ellipsis">{name || id}</span>
        {mark === 'new' ? <span className="worksheet-new">new</span> : null}
        {mark === 'waiting' ? <span className="worksheet-note">not in Camio yet</span> : null}
      </span>
      {otherName === null ? null : (
        <span className="worksheet-note ellipsis" title={otherName}>
          in Camio still {otherName || id}
        </span>
      )}
    </>
  );
}
