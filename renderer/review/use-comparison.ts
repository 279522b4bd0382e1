import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RemoteComparison } from '../../core/ipc/draft-calls.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { toast } from '../ui/toast.ts';

interface Compared {
  readonly session: DraftSession;
  /** What the comparison is of: another draft, or another sighting of a move, is compared anew. */
  readonly seq: number;
  readonly isSaved: boolean;
  readonly sightings: number;
}

/** The draft compared with the list Camio holds now; read anew each time it is looked at. */
export function useComparison({ session, seq, isSaved, sightings }: Compared) {
  return useQuery({
    queryKey: ['draft', session.connectionId, 'comparison', seq, isSaved, sightings],
    queryFn: () => compare(session),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
}

async function compare(session: DraftSession): Promise<RemoteComparison> {
  const comparison = await unwrap(session.compare());
  if (comparison.kind === 'unmoved') {
    toast.news('Camio’s list is again the one your draft started from, so there is nothing to merge.');
  }
  return comparison;
}
