import { queryOptions } from '@tanstack/react-query';
import type { Events } from '../../core/ipc.ts';
import { unwrap } from '../app/app-failure.ts';
import { ipc } from '../app/ipc.ts';
import { queryClient } from '../app/query-client.ts';
import { sweepResults, withChanged } from './sweep-results.ts';

/** The connection's sweeps, newest first. Kept up by main's event `sweepState`. */
export const sweepsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['sweeps', connectionId],
    queryFn: () => unwrap(ipc.sweep.list({ connectionId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What became of each reader of a sweep. Kept up by main's event `sweepResults`. */
export const sweepResultsQuery = (connectionId: string, sweepId: string) =>
  queryOptions({
    queryKey: ['sweep results', connectionId, sweepId],
    queryFn: async () => sweepResults(await unwrap(ipc.sweep.results({ connectionId, sweepId }))),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The ids of readers whose event Camio accepted in any of these sweeps. Read anew each time it is asked for. */
export const testedReadersQuery = (connectionId: string, sweepIds: readonly string[]) =>
  queryOptions({
    queryKey: ['tested readers', connectionId, sweepIds],
    queryFn: async () => {
      const tested = new Set<string>();
      for (const sweepId of sweepIds) {
        for (const { readerId, outcome } of await unwrap(ipc.sweep.results({ connectionId, sweepId }))) {
          if (outcome === 'accepted') tested.add(readerId);
        }
      }
      return tested;
    },
    gcTime: 0,
  });

// Sweeps go on whichever page is in view, and whichever connection is open.
ipc.on.sweepState(takeState);
ipc.on.sweepResults(takeResults);

function takeState({ connectionId, sweep: changed }: Events['sweepState']): void {
  queryClient.setQueryData(sweepsQuery(connectionId).queryKey, (sweeps) => {
    if (!sweeps) return sweeps;
    const isKnown = sweeps.some(({ sweep }) => sweep.id === changed.sweep.id);
    return isKnown
      ? sweeps.map((known) => (known.sweep.id === changed.sweep.id ? changed : known))
      : [changed, ...sweeps];
  });
}

function takeResults({ connectionId, sweepId, results }: Events['sweepResults']): void {
  queryClient.setQueryData(sweepResultsQuery(connectionId, sweepId).queryKey, (known) =>
    known ? withChanged(known, results) : known,
  );
}
