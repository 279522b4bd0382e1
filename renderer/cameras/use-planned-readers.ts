import { Rows } from '../../core/readers/rows.ts';
import { useDraft } from '../draft/use-draft.ts';
import { type PlannedReaders, plannedReaders } from './planned-readers.ts';

/** The readers that can be put in view of a camera; none while the draft is not open. */
export function usePlannedReaders(): PlannedReaders {
  return plannedReaders(useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty)));
}
