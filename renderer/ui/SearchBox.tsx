import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { IconButton } from './IconButton.tsx';

interface SearchBoxProps {
  /** Its accessible name and placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onFocus?: () => void;
  /** The letter that puts the keyboard here; the page handles it. */
  readonly shortcut?: string;
  readonly autoFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A filter with its magnifier, its key and a button that empties it. */
export function SearchBox({ label, value, onChange, onKeyDown, onFocus, shortcut, autoFocus, ref }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  return (
    <div className="filter-box">
      <Search aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts={shortcut?.toLowerCase()}
        placeholder={label}
        value={value}
        spellCheck="false"
        autoComplete="off"
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' && shortcut ? (
        <span aria-hidden="true">
          <kbd>{shortcut}</kbd>
        </span>
      ) : null}
      {value === '' ? null : (
        <IconButton
          label="Clear filter"
          icon={<X aria-hidden="true" />}
          onPress={() => {
            onChange('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
