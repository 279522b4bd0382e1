import { DoorOpen, Plus, SearchX } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { NewReader } from './NewReader.tsx';
import { ReadersGrid } from './ReadersGrid.tsx';
import { ReadersToolbar } from './ReadersToolbar.tsx';
import { focusCursorCell } from './use-grid-focus.ts';
import { useListState, useReaderList } from './use-reader-list.ts';

/** The list with its tools, and what stands in its place while it is empty. */
export function ReadersWorkspace() {
  const { list } = useReaderList();
  const grid = useRef<HTMLDivElement>(null);
  const isAdding = useListState((state) => state.isAdding);
  const isEmpty = useListState((state) => state.order.length === 0);
  const filter = useListState((state) => state.filter.trim());
  const goToGrid = () => focusCursorCell(grid.current);

  return (
    <>
      <ReadersToolbar onLeaveFilter={goToGrid} />
      <div className="readers-card">
        {isAdding ? <NewReader onLeave={goToGrid} /> : null}
        <ReadersGrid grid={grid} />
        {isEmpty && filter === '' ? (
          <EmptyState
            icon={<DoorOpen aria-hidden="true" />}
            title="No readers yet"
            actions={
              <Button icon={<Plus aria-hidden="true" />} onPress={() => list.setAdding(true)}>
                Add the first reader
              </Button>
            }
          >
            Camio holds no readers for this account. Add them here, then review and push them.
          </EmptyState>
        ) : null}
        {isEmpty && filter !== '' ? (
          <EmptyState
            icon={<SearchX aria-hidden="true" />}
            title="No reader matches"
            actions={<Button onPress={() => list.setFilter('')}>Show all readers</Button>}
          >
            No ID or name has “{filter}” in it.
          </EmptyState>
        ) : null}
      </div>
    </>
  );
}
