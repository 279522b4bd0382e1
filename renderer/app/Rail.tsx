import type { ConnectionView } from '../../core/connections/connection.ts';
import { AccountCard } from './AccountCard.tsx';
import { DraftCounts } from './DraftCounts.tsx';
import type { Page } from './navigation.ts';
import { pages } from './pages.ts';
import { RailLink } from './RailLink.tsx';

const accountPages = ['readers', 'review', 'test events', 'history'] as const satisfies Page[];
const appPages = ['connections', 'settings'] as const satisfies Page[];

interface RailProps {
  readonly page: Page;
  readonly connection: ConnectionView | null;
}

/** The navigation: the open account on top, its pages below, the app's own pages at the bottom. */
export function Rail({ page: current, connection }: RailProps) {
  const link = (page: Page) => (
    <li key={page}>
      <RailLink
        page={page}
        isCurrent={page === current}
        offReason={pages[page].needsConnection && !connection ? 'Open a connection first.' : null}
        count={connection ? <DraftCounts page={page} /> : null}
      />
    </li>
  );
  return (
    <nav className="rail" aria-label="Pages">
      <AccountCard connection={connection} />
      <ul>{accountPages.map(link)}</ul>
      <ul className="rail-end">{appPages.map(link)}</ul>
    </nav>
  );
}
