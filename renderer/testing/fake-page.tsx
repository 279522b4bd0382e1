// For tests of components that show a draft. `window.readerDesk` has to be there before this is imported.
import { act, render } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import { emptyDraft, rebase } from '../../core/draft/draft.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { type Navigation, NavigationContext } from '../window/navigation.ts';
import { harbor } from './fake-connection.ts';
import { MainStandIn, reader } from './fake-main.ts';

type Parts = ReturnType<typeof useReaderList> & { readonly session: DraftSession };

function Reach({ onParts }: { readonly onParts: (parts: Parts) => void }) {
  const session = useDraftSession();
  const { list, actions } = useReaderList();
  useEffect(() => onParts({ session, list, actions }), [session, list, actions, onParts]);
  return null;
}

/** Main with a draft of four readers as Camio holds them. */
export function mainWithFour(): MainStandIn {
  const main = new MainStandIn();
  main.remote = ['1', '2', '3', '4'].map((id) => reader(id, `Door ${id}`));
  main.draft = rebase(emptyDraft, { readers: main.remote, readAt: '2026-11-22T19:00:00.000Z' });
  return main;
}

/**
 * Draws what belongs to a page of the readers, on main's draft. Each test names a connection of its own, since drafts
 * outlive pages.
 */
export async function showReaders(content: ReactNode, connectionId: string, main = mainWithFour()) {
  Object.assign(window.readerDesk, main.api);
  const pages: Navigation['page'][] = [];
  const navigation: Navigation = {
    page: 'readers',
    connectionId,
    navigate: (page) => void pages.push(page),
    open: () => {},
  };
  const found: Parts[] = [];
  const onParts = (parts: Parts) => void found.push(parts);
  const drawn = (children: ReactNode) => (
    <NavigationContext value={navigation}>
      <CurrentConnectionContext value={{ ...harbor, id: connectionId }}>
        <Reach onParts={onParts} />
        {children}
      </CurrentConnectionContext>
    </NavigationContext>
  );
  const { rerender } = render(drawn(content));
  const [parts] = found;
  if (!parts) throw new Error('The page was not drawn.');
  await act(async () => void (await parts.session.settled()));
  return { ...parts, main, pages, show: (next: ReactNode) => rerender(drawn(next)) };
}
