import { phraseChanges } from '../../core/readers/phrase-changes.ts';
import { SaveState } from '../sessions/SaveState.tsx';
import { useDraft, useDraftSession } from './use-draft.ts';

/** The draft in the status line: whether it is on disk, and how many changes it has. */
export function DraftStatus() {
  const session = useDraftSession();
  const state = useDraft((draft) => draft);
  if (state.kind === 'opening') return <span className="draft-status">Opening the draft…</span>;
  if (state.kind === 'failed') return <span className="draft-status failed-save">The draft could not be opened</span>;
  return (
    <span className="draft-status">
      <SaveState status={state.save} onRetry={() => void session.retry()} />
      {state.draft.baseReadAt === null ? null : (
        <span className="ellipsis draft-changes">{phraseChanges(state.draft.counts)}</span>
      )}
    </span>
  );
}
