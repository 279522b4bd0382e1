import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { columns } from '../draft/columns.ts';
import type { ListState } from '../draft/reader-list.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { toast } from '../ui/toast.ts';
import { isForPage } from './on-page.ts';
import type { PastePlace, PasteSession } from './paste-session.ts';

const PasteDialog = lazy(async () => ({ default: (await import('./PasteDialog.tsx')).PasteDialog }));

/**
 * Lets rows copied from a spreadsheet be pasted anywhere on the page but into a field, whose own they are. The page's
 * event has the text: main could read the clipboard too, but would have to be asked at every key. Answers with the
 * dialog that asks where there is something to look at.
 */
export function usePaste(): ReactNode {
  const draft = useDraftSession();
  const { list, actions } = useReaderList();
  const [paste, setPaste] = useState<PasteSession | null>(null);

  const begin = useEffectEvent(async (text: string) => {
    const place = placeOf(list.state());
    const { PasteSession } = await import('./paste-session.ts');
    const session = new PasteSession(text, {
      session: draft,
      place,
      say: toast,
      undo: () => actions.undo(),
      goTo: (row) => void list.showRow(row),
      onEnd: () => setPaste(null),
    });
    setPaste(session);
  });

  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (!isForPage(event)) return;
      event.preventDefault();
      void begin(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);

  // Where the list goes out of view, so does what was to be pasted into it.
  useEffect(() => () => paste?.cancel(), [paste]);

  return paste ? (
    <Suspense fallback={null}>
      <PasteDialog paste={paste} />
    </Suspense>
  ) : null;
}

/** Names go to readers; a column pasted on IDs, or into an empty list, is IDs of new ones. */
function placeOf({ cursor, order, filter, issueFilter }: ListState): PastePlace {
  const isEmptyList = order.length === 0 && filter.trim() === '' && issueFilter === null;
  const isOnIds = columns[cursor.column]?.key === 'id';
  return { below: order.slice(Math.max(0, cursor.index)), either: isEmptyList || isOnIds ? 'ids' : 'names' };
}
