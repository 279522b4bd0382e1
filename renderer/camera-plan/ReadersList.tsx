import { type KeyboardEvent, type MouseEvent, useId, useMemo, useState } from 'react';
import type { PlannedReader } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { keepListed, nothingSelected, type Selection, selectAll, selectRange, toggleRow } from '../grid/selection.ts';
import { Button } from '../ui/Button.tsx';
import { holdsCommandKey } from '../ui/shortcut-keys.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { readersWith } from './plan-filter.ts';

interface ReadersListProps {
  readonly plan: CameraPlan;
  readonly readers: readonly PlannedReader[];
  readonly withoutCamera: readonly PlannedReader[];
  readonly words: readonly string[];
  readonly onPick: (readers: readonly PlannedReader[], beside: Element) => void;
}

const rowPx = 32;

/** The plan from the readers' side: those no camera sees, or all of them, to be put in view of cameras. */
export function ReadersList({ plan, readers, withoutCamera, words, onPick }: ReadersListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const [chosen, setChosen] = useState<Selection<string>>(nothingSelected);
  const headingId = useId();
  const all = showsAll ? readers : withoutCamera;
  const items = useMemo(() => readersWith(all, words), [all, words]);
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const selection = useMemo(() => keepListed(chosen, ids), [chosen, ids]);
  const cameras = useCameraCounts(plan, showsAll);
  const title = showsAll ? 'All readers' : 'Readers without a camera';

  const selected = () => items.filter(({ id }) => selection.rows.has(id));

  const click = (event: MouseEvent, { id }: PlannedReader) => {
    setChosen(event.shiftKey ? selectRange(selection, ids, selection.anchor ?? id, id) : toggleRow(selection, id));
  };

  const press = (event: KeyboardEvent, index: number) => {
    const item = items[index];
    if (!item || !(event.target instanceof Element)) return;
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (holdsCommandKey(event) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      setChosen(selectAll(ids));
    } else if (isMove && event.shiftKey) {
      const next = items[index + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) setChosen(selectRange(selection, ids, item.id, next.id));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onPick(selection.rows.size > 0 ? selected() : [item], event.target);
    }
  };

  return (
    <section className="plan-section readers-side" aria-labelledby={headingId}>
      <div className="plan-section-head">
        <h2 id={headingId} className="ellipsis">
          {title}
        </h2>
        <span className="dim tabular">{formatCount(items.length)}</span>
        <Button
          variant="quiet"
          aria-label="All readers"
          aria-pressed={showsAll}
          onPress={() => setShowsAll(!showsAll)}
          tooltip={showsAll ? 'Show only readers that no camera sees' : 'Show readers that have a camera too'}
        >
          All
        </Button>
      </div>
      {items.length === 0 ? (
        <p className="plan-none dim">{words.length > 0 ? 'No reader here matches.' : 'Every reader is in view.'}</p>
      ) : null}
      <VirtualList label={title} items={items} itemKey={({ id }) => id} itemHeight={rowPx} onKeyDown={press}>
        {(reader, { tabIndex }) => (
          <label className={selection.rows.has(reader.id) ? 'side-reader selected' : 'side-reader'}>
            <input
              type="checkbox"
              tabIndex={tabIndex}
              checked={selection.rows.has(reader.id)}
              onChange={() => {}}
              onClick={(event) => click(event, reader)}
            />
            <span className="ellipsis" title={reader.name}>
              {reader.name || reader.id}
            </span>
            {showsAll ? (
              <span className="side-count dim">{counted(cameras.get(reader.id) ?? 0, 'camera')}</span>
            ) : (
              <span className="mono dim ellipsis" title={reader.id}>
                {reader.id}
              </span>
            )}
          </label>
        )}
      </VirtualList>
      <AssignButton count={selection.rows.size} onPress={(beside) => onPick(selected(), beside)} />
    </section>
  );
}

function AssignButton({ count, onPress }: { readonly count: number; readonly onPress: (beside: Element) => void }) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  return (
    <div className="plan-section-foot">
      <Button
        ref={setButton}
        count={count > 0 ? formatCount(count) : null}
        disabledReason={count > 0 ? null : 'Select readers first.'}
        onPress={() => button && onPress(button)}
      >
        Assign to cameras…
      </Button>
    </div>
  );
}

const none: ReadonlyMap<string, number> = new Map();

/** How many cameras see each reader; counted only where it is shown. */
function useCameraCounts({ views }: CameraPlan, isShown: boolean): ReadonlyMap<string, number> {
  return useMemo(() => {
    if (!isShown) return none;
    const counts = new Map<string, number>();
    for (const view of views.values()) for (const id of view) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }, [views, isShown]);
}
