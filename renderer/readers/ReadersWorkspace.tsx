import { DoorOpen, Plus, SearchX } from 'lucide-react';
import { useRef } from 'react';
import { issueTags } from '../../core/checks/phrase-issue.ts';
import { useCopy } from '../clipboard/use-copy.ts';
import { usePaste } from '../clipboard/use-paste.tsx';
import type { IssueFilter } from '../draft/issue-watch.ts';
import { isFiltered } from '../draft/reader-list.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useListState, useReaderList } from '../draft/use-reader-list.ts';
import { goToCursorCell } from '../grid/use-grid-focus.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useIsLineOpen } from '../ui/new-line.ts';
import { IssuesBar } from './IssuesBar.tsx';
import { MovedNotice } from './MovedNotice.tsx';
import { NewReader } from './NewReader.tsx';
import { ReadersGrid } from './ReadersGrid.tsx';
import { ReadersToolbar } from './ReadersToolbar.tsx';

/** The list with its tools, and what stands in its place while it is empty. */
export function ReadersWorkspace() {
  const { list } = useReaderList();
  const grid = useRef<HTMLDivElement>(null);
  const isAdding = useIsLineOpen(list.newLine);
  const isEmpty = useListState((state) => state.order.length === 0);
  const filter = useListState((state) => state.filter.trim());
  const issueFilter = useListState((state) => state.issueFilter);
  const isPart = useListState(isFiltered);
  const wasRead = useDraft((state) => state.kind === 'open' && state.draft.baseReadAt !== null);
  const goToGrid = () => goToCursorCell(grid.current);
  useCopy(grid);
  const pasteDialog = usePaste();

  return (
    <>
      <MovedNotice />
      <ReadersToolbar onLeaveFilter={goToGrid} />
      <IssuesBar />
      <div className="readers-card">
        {isAdding ? <NewReader onLeave={goToGrid} /> : null}
        <ReadersGrid grid={grid} />
        {isEmpty && !isPart ? (
          <EmptyState
            icon={<DoorOpen aria-hidden="true" />}
            title="No readers yet"
            actions={
              <Button icon={<Plus aria-hidden="true" />} onPress={list.newLine.open}>
                Add the first reader
              </Button>
            }
          >
            {wasRead
              ? 'Camio holds no readers for this account. Add them here, then review and push them.'
              : 'What Camio holds cannot be seen. Add every reader of the account here: a push replaces the whole list.'}
          </EmptyState>
        ) : null}
        {isEmpty && isPart ? (
          <EmptyState
            icon={<SearchX aria-hidden="true" />}
            title="No reader matches"
            actions={<Button onPress={() => list.showAll()}>Show all readers</Button>}
          >
            {phraseNoMatch(filter, issueFilter)}
          </EmptyState>
        ) : null}
      </div>
      {pasteDialog}
    </>
  );
}

function phraseNoMatch(filter: string, issueFilter: IssueFilter | null): string {
  const text = filter === '' ? '' : ` with “${filter}” in its ID or name`;
  if (issueFilter === null) return `There is no reader${text}.`;
  return `No reader${text} has ${issueFilter === 'any' ? 'anything to look at' : `“${issueTags[issueFilter]}”`}.`;
}
