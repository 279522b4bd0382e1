import { baseLength, draftLength, emptyDraft } from '../../core/draft/draft.ts';
import { totalChanges } from '../../core/readers/change.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useListState } from '../draft/use-reader-list.ts';
import type { ListSizes } from './export-choice.ts';

/** How many readers each list of the open connection has. Removed readers are not part of the selection. */
export function useListSizes(): ListSizes {
  const draft = useDraft((state) => (state.kind === 'open' ? state.draft : emptyDraft));
  const selected = useListState((state) => state.selection.rows);
  const selection = [...selected].filter((row) => draft.rows.at(row)?.mine).length;
  return {
    draft: draftLength(draft),
    remote: draft.baseReadAt === null ? null : baseLength(draft),
    selection,
    changes: totalChanges(draft.counts),
  };
}
