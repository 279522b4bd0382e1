import { lazy, Suspense, useEffect, useRef } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import type { AppInfo } from '../../core/ipc/app-calls.ts';
import { ipc } from '../ipc/ipc.ts';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { toast } from '../ui/toast.ts';
import { CurrentConnectionContext } from '../window/current-connection.ts';
import { NavigationContext, type Page } from '../window/navigation.ts';
import { useCommand } from '../window/shortcuts.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { ProxyLoginDialog } from './ProxyLoginDialog.tsx';
import { pages, readLaterPages } from './pages.ts';
import { Rail } from './Rail.tsx';
import { StatusLine } from './StatusLine.tsx';
import { usePlace } from './use-place.ts';
import { useWindowCommands } from './use-window-commands.ts';

// Most of the time there is no news, so it is not part of the window's first load.
const PushNews = lazy(() => import('../push/PushNews.tsx').then(({ PushNews }) => ({ default: PushNews })));

const PushEndNews = lazy(() => import('../push/PushEndNews.tsx').then(({ PushEndNews }) => ({ default: PushEndNews })));

const SweepNews = lazy(() =>
  import('../commissioning/SweepNews.tsx').then(({ SweepNews }) => ({ default: SweepNews })),
);

/** Pages where news of pushes stands above what is on them. */
const pushNewsPages: ReadonlySet<Page> = new Set(['readers', 'review', 'history']);

/** Pages where it is said that a sweep waits for a person; Commissioning shows the sweep itself. */
const sweepNewsPages: ReadonlySet<Page> = new Set([...pushNewsPages, 'camera plan', 'test events']);

interface ShellProps {
  readonly info: AppInfo;
  readonly connections: readonly ConnectionView[];
}

/** Rail, page and status line. Only the page in view is mounted; drafts outlive pages. */
export function Shell({ info, connections }: ShellProps) {
  const navigation = usePlace({
    page: info.openConnection ? 'readers' : 'connections',
    connectionId: info.openConnection,
  });
  const main = useRef<HTMLElement>(null);

  const connection = connections.find(({ id }) => id === navigation.connectionId) ?? null;
  const page: Page = pages[navigation.page].needsConnection && !connection ? 'connections' : navigation.page;
  const { title, Content, Status } = pages[page];

  useWindowCommands({ ...navigation, hasConnection: connection !== null });
  useCommand('review', () => navigation.navigate('review'), 'fallback');

  useEffect(() => {
    const whenIdle = requestIdleCallback(readLaterPages);
    return () => cancelIdleCallback(whenIdle);
  }, []);

  // Main looks now and then whether somebody else changed this connection's list in Camio.
  const watchedId = connection?.id ?? null;
  useEffect(() => {
    void ipc.draft.watch({ connectionId: watchedId });
  }, [watchedId]);

  useEffect(() => {
    for (const notice of info.notices) toast.failure(notice);
  }, [info.notices]);

  // Where the pressed button went away with its page, the keyboard goes on from the new page, not from the window's top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what changed
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, [page]);

  return (
    <NavigationContext value={navigation}>
      <CurrentConnectionContext value={connection}>
        <div className="shell">
          <Rail page={page} connection={connection} />
          <main ref={main} className="page" tabIndex={-1}>
            {connection ? (
              <Suspense fallback={null}>
                {pushNewsPages.has(page) ? <PushNews key={connection.id} isOnReview={page === 'review'} /> : null}
                {page === 'review' ? null : <PushEndNews key={`push ${connection.id}`} />}
                {sweepNewsPages.has(page) ? <SweepNews key={`sweeps ${connection.id}`} /> : null}
              </Suspense>
            ) : null}
            <PageBoundary key={`${page} ${connection?.id}`}>
              <Suspense fallback={<PageOnItsWay title={title} />}>
                <Content />
              </Suspense>
            </PageBoundary>
          </main>
          <StatusLine connection={connection} Status={Status} />
          <ProxyLoginDialog />
          <ToastRegion />
        </div>
      </CurrentConnectionContext>
    </NavigationContext>
  );
}

function PageOnItsWay({ title }: { readonly title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <Loading />
    </>
  );
}
