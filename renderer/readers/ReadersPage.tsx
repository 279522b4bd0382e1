import { formatCount } from '../../core/text/amounts.ts';
import './readers.css';
import { useState } from 'react';
import { hasList } from '../../core/draft/draft.ts';
import { totalChanges } from '../../core/readers/change.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { AppFailure } from '../ipc/app-failure.ts';
import { Button } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommand } from '../window/shortcuts.ts';
import { ReadersSub } from './ReadersSub.tsx';
import { ReadersWorkspace } from './ReadersWorkspace.tsx';
import { UnseenNote } from './UnseenNote.tsx';
import { useReadersCommands } from './use-readers-commands.ts';

/** The draft's readers: filter, edit, and go on to the review. */
export function ReadersPage() {
  const changes = useDraft((state) => (state.kind === 'open' ? totalChanges(state.draft.counts) : 0));
  const canReview = useDraft((state) => state.kind === 'open' && hasList(state.draft));
  const commands = useReadersCommands();
  useCommand('review', commands.review);

  return (
    <div className="readers-page">
      <PageHeader
        title="Readers"
        sub={<ReadersSub />}
        actions={
          <Button
            variant="primary"
            onPress={commands.review}
            count={changes > 0 ? formatCount(changes) : null}
            disabledReason={canReview ? null : "Camio's list has to be read first."}
            tooltip="See every change and what will be sent"
            shortcut="Mod+S"
          >
            Review and push
          </Button>
        }
      />
      <Face />
    </div>
  );
}

/** The face of the page that fits the draft: loading, failed or ready. A list that was never read is read by itself. */
function Face() {
  const session = useDraftSession();
  const state = useDraft((draft) => draft);
  const [startsUnseen, setStartsUnseen] = useState(false);
  if (state.kind === 'opening') return <Loading text="Opening the draft…" />;
  if (state.kind === 'failed') {
    return <Failed failure={new AppFailure(state.error)} onRetry={() => void session.retry()} />;
  }
  if (hasList(state.draft) || startsUnseen) {
    return (
      <>
        <UnseenNote />
        <ReadersWorkspace />
      </>
    );
  }
  if (!state.reading && state.readError) {
    const isUnseen = state.readError.code === 'not-offered';
    return (
      <Failed failure={new AppFailure(state.readError)} onRetry={() => void session.refresh()}>
        {isUnseen ? <Button onPress={() => setStartsUnseen(true)}>Start without Camio’s list</Button> : null}
      </Failed>
    );
  }
  return <Loading text="Reading Camio's list…" />;
}
