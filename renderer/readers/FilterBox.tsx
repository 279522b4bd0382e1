import { type KeyboardEvent, useRef } from 'react';
import { useListState, useReaderList } from '../draft/use-reader-list.ts';
import { SearchBox } from '../ui/SearchBox.tsx';
import { useCommand } from '../window/shortcuts.ts';

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
    <SearchBox
      ref={input}
      label="Filter readers"
      shortcut="F"
      value={filter}
      onFocus={() => list.prepareFilter()}
      onChange={(text) => list.setFilter(text)}
      onKeyDown={press}
    />
  );
}
