import './conflicts.css';
import { type ReactNode, useMemo } from 'react';
import type { AppError } from '../../core/app-error.ts';
import { baseLength, type Draft } from '../../core/draft/draft.ts';
import type { RemoteMoved } from '../draft/draft-session.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { keyOf } from './clash-choices.ts';
import { Merging } from './Merging.tsx';
import { useComparison } from './use-comparison.ts';

interface ConflictsProps {
  readonly draft: Draft;
  readonly moved: RemoteMoved;
  readonly isSaved: boolean;
  /** The review as it was. It stays in view where the lists cannot be compared; a push from it is checked all the same. */
  readonly children: ReactNode;
}

/** Stands in the review's place while Camio's list is another than the one the draft started from. */
export function Conflicts({ draft, moved, isSaved, children }: ConflictsProps) {
  const session = useDraftSession();
  const comparison = useComparison({ session, seq: draft.seq, isSaved, sightings: moved.sightings });
  const { data, error, isFetching, refetch } = comparison;
  const merge = data?.kind === 'moved' ? data.merge : null;
  const clashes = useMemo(() => merge?.clashes.map((clash) => ({ ...clash, key: keyOf(clash) })) ?? [], [merge]);

  if (error) {
    return (
      <>
        <div className="conflicts-failed">
          <Failed failure={error} onRetry={() => void refetch()} isRetrying={isFetching} isInline />
        </div>
        {children}
      </>
    );
  }
  if (data?.kind !== 'moved') return <Loading text="Comparing with Camio’s list…" />;
  const compareAgain = ({ code }: AppError) => {
    if (code === 'draft-out-of-step') void refetch();
  };
  return (
    <Merging
      comparison={data}
      clashes={clashes}
      baseReaders={baseLength(draft)}
      isSaved={isSaved}
      isComparing={isFetching || data.seq !== draft.seq}
      onFailed={compareAgain}
    />
  );
}
