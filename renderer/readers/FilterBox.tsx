import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useCommand } from '../app/shortcuts.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useListState, useReaderList } from './use-reader-list.ts';

/** The filter. Enter and the down arrow go on in the grid, Escape empties it. */
export function FilterBox({ onLeave }: { readonly onLeave: () => void }) {
  const { list } = useReaderList();
  const filter = useListState((state) => state.filter);
  const input = useRef<HTMLInputElement>(null);

  useCommand('filter', () => {
    input.current?.focus();
    input.current?.select();
  });

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Escape' && filter !== '') {
      event.preventDefault();
      list.setFilter('');
    }
  };

  return (
    <div className="filter-box">
      <Search aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label="Filter readers"
        aria-keyshortcuts="f"
        placeholder="Filter readers"
        value={filter}
        spellCheck="false"
        autoComplete="off"
        onFocus={() => list.prepareFilter()}
        onChange={(event) => list.setFilter(event.target.value)}
        onKeyDown={press}
      />
      {filter === '' ? (
        <span aria-hidden="true">
          <kbd>F</kbd>
        </span>
      ) : (
        <IconButton
          label="Clear filter"
          icon={<X aria-hidden="true" />}
          onPress={() => {
            list.setFilter('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
