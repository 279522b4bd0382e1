import { totalChanges } from '../../core/readers/change.ts';
import { formatCount } from '../../core/text/amounts.ts';
import type { DraftState } from '../draft/draft-session.ts';
import { useDraft } from '../draft/use-draft.ts';
import type { Page } from '../window/navigation.ts';

function readersListed(state: DraftState): number {
  if (state.kind !== 'open') return 0;
  const { added, renamed, changed, unchanged } = state.draft.counts;
  return added + renamed + changed + unchanged;
}

const changesToReview = (state: DraftState): number => (state.kind === 'open' ? totalChanges(state.draft.counts) : 0);

/** What the draft has to say beside a page's name: how many readers it lists, how many changes are to be reviewed. */
export function DraftCounts({ page }: { readonly page: Page }) {
  const readers = useDraft(readersListed);
  const changes = useDraft(changesToReview);
  if (page === 'readers' && readers > 0) {
    return (
      <>
        {formatCount(readers)}
        <span className="visually-hidden"> readers</span>
      </>
    );
  }
  if (page === 'review' && changes > 0) {
    return (
      <span className="rail-pill">
        {formatCount(changes)}
        <span className="visually-hidden"> changes</span>
      </span>
    );
  }
  return null;
}
