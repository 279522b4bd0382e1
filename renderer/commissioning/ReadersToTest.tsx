import { useDeferredValue, useMemo, useState } from 'react';
import type { Reader } from '../../core/readers/reader.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { filterWords, foldText } from '../../core/text/fold-text.ts';
import { Button } from '../ui/Button.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';

interface ReadersToTestProps {
  readonly readers: readonly Reader[];
  /** The ids of those that are in the sweep. */
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  /** What to say if there is no reader. */
  readonly emptyText: string;
}

const itemPx = 30;

/** The readers that a sweep could test, each with a tick. */
export function ReadersToTest({ readers, ticked, onTick, emptyText }: ReadersToTestProps) {
  const [text, setText] = useState('');
  const filter = useDeferredValue(text);
  const listed = useMemo(() => {
    const words = filterWords(filter);
    if (words.length === 0) return readers;
    return readers.filter(({ id, name }) => {
      const folded = foldText(`${name} ${id}`);
      return words.every((word) => folded.includes(word));
    });
  }, [readers, filter]);
  const chosen = useMemo(() => listed.filter(({ id }) => ticked.has(id)).length, [listed, ticked]);

  const set = (changed: readonly Reader[], isChosen: boolean) => {
    const next = new Set(ticked);
    for (const { id } of changed) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onTick(next);
  };
  if (readers.length === 0) return <p className="readers-to-test none">{emptyText}</p>;
  return (
    <div className="readers-to-test">
      <div className="readers-to-test-head">
        <SearchBox label="Filter readers" value={text} onChange={setText} />
        <span className="tabular dim">
          {formatCount(chosen)} of {formatCount(listed.length)} chosen
        </span>
        <Button
          variant="quiet"
          onPress={() => set(listed, true)}
          disabledReason={chosen === listed.length ? 'All of them are chosen.' : null}
        >
          Choose all
        </Button>
        <Button
          variant="quiet"
          onPress={() => set(listed, false)}
          disabledReason={chosen === 0 ? 'None of them is chosen.' : null}
        >
          Choose none
        </Button>
      </div>
      {listed.length === 0 ? <p className="menu-empty">Nothing matches.</p> : null}
      <VirtualList label="Readers to test" items={listed} itemKey={({ id }) => id} itemHeight={itemPx}>
        {(reader, { tabIndex }) => (
          <label className="checkbox reader-to-test" title={`${reader.name}\n${reader.id}`}>
            <input
              type="checkbox"
              tabIndex={tabIndex}
              checked={ticked.has(reader.id)}
              onChange={(event) => set([reader], event.target.checked)}
            />
            <span className="ellipsis">{reader.name || reader.id}</span>
            <span className="mono dim ellipsis">{reader.id}</span>
          </label>
        )}
      </VirtualList>
    </div>
  );
}
