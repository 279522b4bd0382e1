import { GitMerge, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { AppError } from '../../core/app-error.ts';
import type { Choice } from '../../core/draft/merge.ts';
import type { Clash } from '../../core/draft/merge-lists.ts';
import type { RemoteComparison } from '../../core/ipc/draft-calls.ts';
import { counted } from '../../core/text/amounts.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { pushes } from '../push/use-push.ts';
import { keptByConnection } from '../sessions/connection-sessions.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { useNavigate } from '../window/navigation.ts';
import { ConflictsTable } from './ConflictsTable.tsx';
import { ClashChoices } from './clash-choices.ts';
import { MergedTable } from './MergedTable.tsx';
import {
  mergeBrake,
  phraseClashes,
  phraseOrigins,
  phraseRemovals,
  removedInCamio,
  whyNotMerge,
} from './phrase-merge.ts';
import { confirms } from './review.ts';

interface MergingProps {
  readonly comparison: Extract<RemoteComparison, { kind: 'moved' }>;
  readonly clashes: readonly (Clash & { readonly key: string })[];
  /** Readers in the draft's base. */
  readonly baseReaders: number;
  readonly isSaved: boolean;
  readonly isComparing: boolean;
  readonly onFailed: (error: AppError) => void;
}

/** The choices of this window. They outlive the page. */
const choices = keptByConnection(new ClashChoices());

/** What moved, with a choice for each clash, and what was merged by itself. */
export function Merging({ comparison, clashes, baseReaders, isSaved, isComparing, onFailed }: MergingProps) {
  const { id: connectionId } = useConnection();
  const session = useDraftSession();
  const navigate = useNavigate();
  const region = useRef<HTMLElement>(null);
  const [isMerging, setMerging] = useState(false);
  const [typed, setTyped] = useState('');
  const chosen = useSyncExternalStore(choices.subscribe, () => choices.of(connectionId));

  // The button that led here, e.g. the push's, may be gone with what was in view before.
  useEffect(() => {
    if (document.activeElement === document.body) region.current?.focus();
  }, []);

  const { byItself } = comparison.merge;
  const clashesLeft = clashes.filter(({ key }) => !chosen.has(key)).length;
  const removed = removedInCamio(byItself);
  const brake = mergeBrake(byItself, baseReaders);
  const toType = brake && !confirms(typed, brake.removed) ? brake.removed : null;
  const offReason = whyNotMerge({ clashesLeft, toType, isSaved, isComparing });
  const chooseAll = (choice: Choice) =>
    choices.choose(
      connectionId,
      clashes.map(({ key }) => key),
      choice,
    );

  const merge = async () => {
    const page = region.current?.closest('main');
    setMerging(true);
    const merged = await session.merge({
      seq: comparison.seq,
      readAt: comparison.readAt,
      choices: clashes.flatMap(({ row, key }) => {
        const keep = chosen.get(key);
        return keep ? [{ row, keep }] : [];
      }),
    });
    setMerging(false);
    if (!merged.ok) {
      toast.failure(merged.error);
      onFailed(merged.error);
      return;
    }
    choices.forget(connectionId);
    pushes.dismiss(connectionId);
    // This view goes away; the keyboard goes on from the page.
    page?.focus();
    toast.news('Merged. The draft now stands on the list Camio holds; nothing was sent.');
  };

  return (
    <section className="conflicts" aria-label="What moved" ref={region} tabIndex={-1}>
      <div className="conflicts-head" role="alert">
        <GitMerge aria-hidden="true" />
        <div>
          <p className="conflicts-title">
            Camio’s list has changed since your draft started from it. Nothing was sent.
          </p>
          <p>
            {removed > 0 ? <strong>{phraseRemovals(removed)} </strong> : null}
            {phraseClashes(clashes.length)} {clashes.length === 0 ? 'Look over what comes together, then use it.' : ''}
          </p>
        </div>
      </div>
      {clashes.length > 0 ? (
        <>
          <div className="conflicts-all">
            <Button onPress={() => chooseAll('mine')}>Keep mine for all</Button>
            <Button onPress={() => chooseAll('theirs')}>Keep theirs for all</Button>
          </div>
          <ConflictsTable
            clashes={clashes}
            choices={chosen}
            onChoose={(key, choice) => choices.choose(connectionId, [key], choice)}
          />
          <Disclosure title="Merged by itself" aside={phraseOrigins(byItself)} className="conflicts-rest">
            <MergedTable byItself={byItself} />
          </Disclosure>
        </>
      ) : (
        <MergedTable byItself={byItself} />
      )}
      {brake ? (
        <section className="review-brake" aria-label="Brake">
          <TriangleAlert aria-hidden="true" />
          <div className="review-brake-text">
            <p>
              <strong>
                {brake.removed === 1 ? 'A reader goes' : `${counted(brake.removed, 'reader')} go`} from your draft that
                you did not touch.
              </strong>
            </p>
            <p>
              They were removed in Camio, or its answer was cut short. <i>Restore to draft</i> above keeps them.
            </p>
          </div>
          <TextField label={`Type ${brake.removed} to confirm`} value={typed} onChange={setTyped} />
        </section>
      ) : null}
      <footer className="conflicts-foot">
        <span className="review-off">{offReason}</span>
        <Button onPress={() => navigate('readers')}>Back to readers</Button>
        <Button variant="primary" onPress={() => void merge()} disabledReason={offReason} isBusy={isMerging}>
          Use merged list
        </Button>
      </footer>
    </section>
  );
}
