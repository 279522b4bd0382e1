import { queryOptions } from '@tanstack/react-query';
import type { Events } from '../../core/ipc/contract.ts';
import type { SweepSummary } from '../../core/sweep/sweep.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';
import { sweepResults, withChanged } from './sweep-results.ts';

/** The connection's sweeps, newest first. Kept up by main's event `sweepState`. */
export const sweepsQuery = (connectionId: string) =>
  queryOptions({
    queryKey: ['sweeps', connectionId],
    queryFn: async () => {
      const late = collect(ipc.on.sweepState, (event) => event.connectionId === connectionId);
      try {
        const sweeps = await unwrap(ipc.sweep.list({ connectionId }));
        return late.events.reduce((known, { sweep }) => withSweep(known, sweep), sweeps);
      } finally {
        late.stop();
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What became of each reader of a sweep. Kept up by main's event `sweepResults`. */
export const sweepResultsQuery = (connectionId: string, sweepId: string) =>
  queryOptions({
    queryKey: ['sweep results', connectionId, sweepId],
    queryFn: async () => {
      const late = collect(ipc.on.sweepResults, (event) => event.sweepId === sweepId);
      try {
        const results = sweepResults(await unwrap(ipc.sweep.results({ connectionId, sweepId })));
        return late.events.reduce((known, event) => withChanged(known, event.results), results);
      } finally {
        late.stop();
      }
    },
    // A batch keeps what did not change by itself; looking for that among 20,000 results costs more than drawing them.
    structuralSharing: false,
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

/**
 * What main says while it is being asked. An answer may be older than news that arrives before it, and nobody holds the
 * news yet: it goes on top of the answer. Older news does no harm, since whatever changed after it is said once more.
 */
function collect<Event>(
  subscribe: (listener: (event: Event) => void) => () => void,
  isWanted: (event: Event) => boolean,
) {
  const events: Event[] = [];
  const stop = subscribe((event) => {
    if (isWanted(event)) events.push(event);
  });
  return { events, stop };
}

// Sweeps go on whichever page is in view, and whichever connection is open.
ipc.on.sweepState(takeState);
ipc.on.sweepResults(takeResults);

function takeState({ connectionId, sweep }: Events['sweepState']): void {
  queryClient.setQueryData(sweepsQuery(connectionId).queryKey, (sweeps) => sweeps && withSweep(sweeps, sweep));
}

function withSweep(sweeps: readonly SweepSummary[], changed: SweepSummary): readonly SweepSummary[] {
  const isKnown = sweeps.some(({ sweep }) => sweep.id === changed.sweep.id);
  if (!isKnown) return [changed, ...sweeps];
  return sweeps.map((known) => (known.sweep.id === changed.sweep.id ? changed : known));
}

function takeResults({ connectionId, sweepId, results }: Events['sweepResults']): void {
  queryClient.setQueryData(
    sweepResultsQuery(connectionId, sweepId).queryKey,
    (known) => known && withChanged(known, results),
  );
}
