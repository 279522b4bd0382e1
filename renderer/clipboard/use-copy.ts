import { type RefObject, useEffect } from 'react';
import { useDraftSession } from '../draft/use-draft.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { copyReaders } from './copy-readers.ts';

/** Lets the selected readers be copied anywhere on the page, as rows can be pasted anywhere on it. */
export function useCopy(grid: RefObject<HTMLElement | null>): void {
  const session = useDraftSession();
  const { list } = useReaderList();

  useEffect(() => {
    const give = (event: ClipboardEvent) => copyReaders(event, session, list, grid.current);
    document.addEventListener('copy', give);
    return () => document.removeEventListener('copy', give);
  }, [session, list, grid]);
}
