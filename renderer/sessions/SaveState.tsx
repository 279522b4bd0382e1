import { RotateCw } from 'lucide-react';
import { counted } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import type { SaveStatus } from './journalled-session.ts';

/** In the status line: whether what the person did is on disk, and *Retry* where it is not. */
export function SaveState({ status, onRetry }: { readonly status: SaveStatus; readonly onRetry: () => void }) {
  switch (status.kind) {
    case 'saved':
      return <span className="is-saved">Saved</span>;
    case 'saving':
      return <span className="is-saving">Saving…</span>;
    case 'failed':
      return (
        <span className="is-not-saved" title={`${status.error.message} ${status.error.next}`}>
          <span className="ellipsis">
            {status.unsaved === 0 ? 'Not up to date' : `Not saved: ${edits(status.unsaved)}`}
            {` · ${status.error.message}`}
          </span>
          <Button variant="quiet" icon={<RotateCw aria-hidden="true" />} onPress={onRetry}>
            Retry
          </Button>
        </span>
      );
  }
}

const edits = (count: number): string => counted(count, 'edit');
