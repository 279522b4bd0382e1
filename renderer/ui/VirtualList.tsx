import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useLostFocus } from './use-lost-focus.ts';

const controls = ':is(button, input)';

/** Where an item is and whether the Tab key stops there: only the current item's controls take it. */
export interface ItemPlace {
  readonly index: number;
  readonly tabIndex: 0 | -1;
}

interface VirtualListProps<Item> {
  readonly label: string;
  /** The same array for as long as they are the same items: every item is looked at for each new one. */
  readonly items: readonly Item[];
  /** Always the same for an item. */
  readonly itemKey: (item: Item) => string | number;
  /** In CSS pixels, of most items; each is then as high as it needs. */
  readonly itemHeight: number;
  readonly children: (item: Item, place: ItemPlace) => ReactNode;
  /** Keys that the list itself has no use for. */
  readonly onKeyDown?: (event: KeyboardEvent, index: number) => void;
  readonly className?: string;
}

/** A long list whose items hold controls. Only items in sight are rendered; the arrow keys go from item to item. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, itemKey, itemHeight, children, onKeyDown, className } = props;
  const [current, setCurrent] = useState(0);
  const [moves, setMoves] = useState(0);
  /** Which of its item's controls has, or last had, the focus. */
  const control = useRef(0);
  const scroller = useRef<HTMLDivElement>(null);
  const at = Math.min(current, items.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function has every item placed anew
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : itemKey(item);
    },
    [items],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeight,
    getItemKey,
    overscan: 6,
    // The item with the keyboard is always there, however far it is scrolled away: focus is never lost.
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (at < 0 || inSight.includes(at)) return inSight;
      return at < (inSight[0] ?? 0) ? [at, ...inSight] : [...inSight, at];
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the keyboard takes the focus along
  useEffect(() => {
    if (moves === 0) return;
    virtualizer.scrollToIndex(at);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] ${controls}`)?.focus();
  }, [moves]);

  // Items often go away by what is done to them: the next one, which is in its place now, may be meant next.
  const focusHandlers = useLostFocus(() => {
    const inPlace = scroller.current?.querySelectorAll<HTMLElement>(`[data-index="${at}"] ${controls}`);
    (inPlace?.[control.current] ?? inPlace?.[0] ?? scroller.current)?.focus();
  });

  const follow = (event: FocusEvent, index: number) => {
    setCurrent(index);
    control.current = [...event.currentTarget.querySelectorAll(controls)].indexOf(event.target);
  };

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / itemHeight) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = targets[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setCurrent(Math.max(0, Math.min(to, items.length - 1)));
      setMoves((before) => before + 1);
    }
    onKeyDown?.(event, at);
  };

  return (
    <div
      ref={scroller}
      className={['virtual-list', className].filter(Boolean).join(' ')}
      tabIndex={-1}
      {...focusHandlers}
    >
      <ul aria-label={label} style={{ height: virtualizer.getTotalSize() }} onKeyDown={press}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={(event) => follow(event, index)}
            >
              {children(item, { index, tabIndex: index === at ? 0 : -1 })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
