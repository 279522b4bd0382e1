import { useEffect, useState } from 'react';
import { draftLength } from '../../core/draft/draft.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useListState } from '../draft/use-reader-list.ts';
import { useShownReaders } from '../draft/use-shown-readers.ts';
import { timeAgo } from './time-ago.ts';

/** The line beside the page's title: how many readers, how many of them shown and selected, and how old the list is. */
export function ReadersSub() {
  const readers = useDraft((state) => (state.kind === 'open' ? draftLength(state.draft) : 0));
  const readAt = useDraft((state) => (state.kind === 'open' ? state.draft.baseReadAt : null));
  const shown = useShownReaders();
  const selected = useListState((state) => state.selection.rows.size);
  const nowMs = useNow();
  if (readAt === null && readers === 0) return null;
  const parts = [
    shown === null ? counted(readers, 'reader') : `${formatCount(shown)} of ${formatCount(readers)} shown`,
    ...(selected > 0 ? [`${formatCount(selected)} selected`] : []),
    readAt === null ? 'never read from Camio' : `read from Camio ${timeAgo(readAt, nowMs)}`,
  ];
  return parts.join(' · ');
}

const tickMs = 30_000;

function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
