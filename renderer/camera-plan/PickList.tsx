// biome-ignore-all lint/a11y/useSemanticElements: options are placed one by one, which the elements of a select do not allow
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Minus } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Share } from '../cameras/assignment.ts';
import { holdsCommandKey } from '../ui/shortcut-keys.ts';

export interface PickOption {
  readonly id: string;
  readonly text: string;
  /** Shown dimmed beside the text. */
  readonly hint: string;
}

/** What the search box may ask of the list. */
export interface PickListHandle {
  readonly focus: () => void;
  /** Toggles the option the keyboard is on. */
  readonly toggle: () => void;
}

interface PickListProps {
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly shareOf: (option: PickOption) => Share;
  readonly onToggle: (options: readonly PickOption[]) => void;
  /** The keyboard leaves: upwards, or because something is typed. */
  readonly onLeave: () => void;
  readonly ref: Ref<PickListHandle>;
}

const optionPx = 30;

/** Options of which several can be chosen; ten thousands of them scroll as well as ten. */
export function PickList({ label, options, shareOf, onToggle, onLeave, ref }: PickListProps) {
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const at = Math.min(current, options.length - 1);

  const virtualizer = useVirtualizer({
    count: options.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => optionPx,
    overscan: 8,
  });

  const move = (to: number) => {
    const next = Math.max(0, Math.min(to, options.length - 1));
    setCurrent(next);
    virtualizer.scrollToIndex(next);
  };

  // What is typed in the search box begins the list anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are what changed
  useEffect(() => virtualizer.scrollToOffset(0), [options]);
  const [shown, setShown] = useState(options);
  if (shown !== options) {
    setShown(options);
    setCurrent(0);
  }

  const toggle = (index: number) => {
    const option = options[index];
    if (option) onToggle([option]);
  };

  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus(), toggle: () => toggle(at) }));

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / optionPx) - 1);
    const last = options.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const to = targets[event.key];
    const isTyping = event.key.length === 1 && event.key !== ' ' && !holdsCommandKey(event) && !event.altKey;
    if (isTyping || event.key === 'Backspace' || (event.key === 'ArrowUp' && at <= 0)) {
      // The key itself goes into the search box, which has the focus by the time it is typed.
      onLeave();
    } else if (to !== undefined) {
      event.preventDefault();
      // Shift carries the choice along.
      if (event.shiftKey && to >= 0 && to <= last) toggle(to);
      move(to);
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      toggle(at);
    }
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
      className="pick-list"
      tabIndex={0}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const option = options[index];
          if (!option) return null;
          const share = shareOf(option);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's, which has the focus
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the option it is on
            <div
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={share === 'all'}
              aria-label={option.text}
              aria-description={share === 'some' ? `${option.hint}, chosen for some of them` : option.hint}
              aria-setsize={options.length}
              aria-posinset={index + 1}
              className={index === at ? 'pick-option current' : 'pick-option'}
              style={{ transform: `translateY(${start}px)` }}
              title={`${option.text}\n${option.hint}`}
              onClick={() => {
                setCurrent(index);
                toggle(index);
              }}
            >
              <span className={`pick-box ${share}`} aria-hidden="true">
                {share === 'all' ? <Check /> : share === 'some' ? <Minus /> : null}
              </span>
              <span className="ellipsis">{option.text}</span>
              <span className="mono dim ellipsis pick-hint">{option.hint}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
