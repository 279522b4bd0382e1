import type { AppError } from '../../core/app-error.ts';
import type { Emit, Events } from '../../core/ipc/contract.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { isUnderWay, type SweepChoices, type SweepState, type SweepSummary } from '../../core/sweep/sweep.ts';
import { createSweepHandlers } from '../sweep/sweep-handlers.ts';
import { createSweeps } from '../sweep/sweeps.ts';
import { nothingToAsk } from './nothing-to-ask.ts';
import { startWorkspace, value } from './workspace.ts';

/** One connection to a real server of the simulated Camio whose list was read, and its sweeps in real files. */
export async function startSweepWorkspace({
  readers = 10,
  faults = [],
  timeoutMs = 10_000,
}: {
  readers?: number;
  faults?: readonly Fault[];
  timeoutMs?: number;
} = {}) {
  const workspace = await startWorkspace({ readers: campusReaders(readers), timeoutMs });
  const { server, connections, accounts, guard, drafts, draft } = workspace;
  const connectionId = 'a';
  value(await draft.refresh({ connectionId }));
  server.setFaults(faults);
  const notices: AppError[] = [];

  /** The sweeps as one start of the app has them. */
  function startSession() {
    const told: SweepSummary[] = [];
    const batches: Events['sweepResults'][] = [];
    const listeners = new Set<(sweep: SweepSummary) => void>();
    const emit: Emit = (_name, payload) => {
      if ('results' in payload) batches.push(payload);
      if (!('sweep' in payload)) return;
      told.push(payload.sweep);
      for (const listener of listeners) listener(payload.sweep);
    };
    const sweeps = createSweeps({
      consent: nothingToAsk,
      ...{ connections, accounts, guard, drafts, emit },
      notice: (error) => void notices.push(error),
      effects: { random: () => 0.01 },
    });
    const handlers = createSweepHandlers(sweeps);
    /** The next state that `fits`. */
    const next = (fits: (state: SweepState) => boolean) =>
      new Promise<SweepSummary>((resolve) => {
        const listener = (sweep: SweepSummary) => {
          if (!fits(sweep.state)) return;
          listeners.delete(listener);
          resolve(sweep);
        };
        listeners.add(listener);
      });
    return {
      sweeps,
      handlers,
      /** Every state told so far. */
      told,
      /** Every batch of results told so far. */
      batches,
      ended: () => next((state) => !isUnderWay(state)),
      reached: (kind: SweepState['kind']) => next((state) => state.kind === kind),
      /** Starts a sweep and waits for its end. */
      async sweep(choices: Partial<SweepChoices> = {}) {
        const ended = next((state) => !isUnderWay(state));
        value(await handlers.start({ connectionId, ...shown({ ...allReaders, ...choices }) }));
        return ended;
      },
      async results(sweepId: string) {
        return value(await handlers.results({ connectionId, sweepId }));
      },
    };
  }

  const allReaders: SweepChoices = {
    readerIds: campusReaders(readers).map(({ id }) => id),
    eventType: 'forced open',
    labels: ['night shift'],
    concurrency: 1,
    perMinute: null,
  };

  return {
    ...workspace,
    connectionId,
    allReaders,
    notices,
    startSession,
    /** The ids of the readers whose events the server received, in their order, refused ones included. */
    receivedIds: () =>
      server.received.filter(({ path }) => path.endsWith('/webhooks')).map(({ body }) => deviceIn(body)),
    /** Those it took in. */
    takenIds: () => server.state().events.map((event) => deviceIn(JSON.stringify(event))),
  };
}

export type SweepWorkspace = Awaited<ReturnType<typeof startSweepWorkspace>>;

function deviceIn(body: string): string {
  const event: unknown = JSON.parse(body);
  if (typeof event !== 'object' || event === null || !('device_id' in event)) throw new Error(`No event: ${body}`);
  return String(event.device_id);
}

/** A sweep as it is started by who was shown that very sweep. */
export function shown(choices: SweepChoices) {
  return { choices, shown: { events: new Set(choices.readerIds).size, eventType: choices.eventType } };
}
