import { RotateCw } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import type { SaveStatus } from './draft-session.ts';
import { formatCount, phraseChanges } from './phrase-changes.ts';
import { useDraft, useDraftSession } from './use-draft.ts';

/** The draft in the status line: whether it is on disk, and how many changes it has. */
export function DraftStatus() {
  const session = useDraftSession();
  const state = useDraft((draft) => draft);
  if (state.kind === 'opening') return <span className="draft-status">Opening the draft…</span>;
  if (state.kind === 'failed') return <span className="draft-status failed-save">The draft could not be opened</span>;
  return (
    <span className="draft-status">
      <Saved status={state.save} onRetry={() => void session.retry()} />
      {state.draft.baseReadAt === null ? null : (
        <span className="ellipsis draft-changes">{phraseChanges(state.draft.counts)}</span>
      )}
    </span>
  );
}

function Saved({ status, onRetry }: { readonly status: SaveStatus; readonly onRetry: () => void }) {
  switch (status.kind) {
    case 'saved':
      return <span className="is-saved">Saved</span>;
    case 'saving':
      return <span className="is-saving">Saving…</span>;
    case 'failed':
      return (
        <span className="is-not-saved" title={`${status.error.message} ${status.error.next}`}>
          <span className="ellipsis">
            {status.unsaved === 0 ? 'Not up to date' : `Not saved: ${actions(status.unsaved)}`}
            {` · ${status.error.message}`}
          </span>
          <Button variant="quiet" icon={<RotateCw aria-hidden="true" />} onPress={onRetry}>
            Retry
          </Button>
        </span>
      );
  }
}

const actions = (count: number): string => (count === 1 ? '1 edit' : `${formatCount(count)} edits`);
