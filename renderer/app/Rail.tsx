import { lazy, Suspense } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import type { Page } from '../window/navigation.ts';
import { AccountCard } from './AccountCard.tsx';
import { DraftCounts } from './DraftCounts.tsx';
import { pages } from './pages.ts';
import { RailLink } from './RailLink.tsx';

const accountPages = [
  'readers',
  'review',
  'camera plan',
  'test events',
  'commissioning',
  'history',
] as const satisfies Page[];
const appPages = ['connections', 'settings'] as const satisfies Page[];

// Only once the window stands: the camera plan and the sweeps are read for them.
const CoverageCount = lazy(() =>
  import('../camera-plan/CoverageCount.tsx').then(({ CoverageCount }) => ({ default: CoverageCount })),
);
const SignedOffCount = lazy(() =>
  import('../commissioning/SignedOffCount.tsx').then(({ SignedOffCount }) => ({ default: SignedOffCount })),
);

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
        count={connection ? <PageCount page={page} /> : null}
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

/** What a page has to say beside its name. */
function PageCount({ page }: { readonly page: Page }) {
  if (page !== 'camera plan' && page !== 'commissioning') return <DraftCounts page={page} />;
  return <Suspense fallback={null}>{page === 'camera plan' ? <CoverageCount /> : <SignedOffCount />}</Suspense>;
}
