import type { Camera, PlannedReader } from '../../core/cameras/camera.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { Tag } from '../ui/Tag.tsx';

interface ReaderChipsProps {
  readonly camera: Camera;
  readonly readers: readonly PlannedReader[];
  readonly isGhost: (reader: PlannedReader) => boolean;
  readonly onPick: (camera: Camera, beside: Element, typed: string) => void;
  readonly onRemove: (camera: Camera, reader: PlannedReader) => void;
}

/** More would make rows of all heights; the multi-select shows them all. */
const mostChips = 8;

/**
 * The readers in view of one camera. Its buttons are for the pointer: the keyboard has Enter on the cell. Their signs are
 * letters, since a hundred drawn icons come into sight with every key of the filter.
 */
export function ReaderChips({ camera, readers, isGhost, onPick, onRemove }: ReaderChipsProps) {
  const shown = readers.length > mostChips ? readers.slice(0, mostChips - 1) : readers;
  const pick = (beside: Element) => onPick(camera, beside, '');
  return (
    <span className="reader-chips">
      {shown.map((reader) => (
        <span
          key={reader.id}
          className={isGhost(reader) ? 'chip ghost' : 'chip'}
          title={`${reader.name}\n${reader.id}`}
        >
          <span className="ellipsis">{reader.name || reader.id}</span>
          {isGhost(reader) ? <span className="ghost-mark"> · ghost</span> : null}
          <button
            type="button"
            tabIndex={-1}
            aria-label={`Remove ${reader.name || reader.id} from ${camera.name}`}
            onClick={() => onRemove(camera, reader)}
          >
            ×
          </button>
        </span>
      ))}
      {shown.length < readers.length ? (
        <button type="button" tabIndex={-1} className="chip more" onClick={(event) => pick(event.currentTarget)}>
          +{formatCount(readers.length - shown.length)} more
        </button>
      ) : null}
      <button
        type="button"
        tabIndex={-1}
        className="chip add"
        aria-label={`Readers for ${camera.name}`}
        aria-haspopup="dialog"
        title="Choose the readers this camera sees"
        onClick={(event) => pick(event.currentTarget)}
      >
        +
      </button>
      {readers.length === 0 ? <Tag tone="warn">No reader</Tag> : null}
    </span>
  );
}
