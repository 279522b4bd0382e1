import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { phraseOtherAccount } from '../../core/connections/account.ts';
import type { Emit } from '../../core/ipc/contract.ts';
import { createMutex } from '../../core/mutex.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SignOff, SweepChoices } from '../../core/sweep/sweep.ts';
import type { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import type { AccountGuard } from '../connections/account-guard.ts';
import type { CamioAccounts } from '../connections/camio-accounts.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import { declined } from '../consent/agreed-events.ts';
import type { Consent } from '../consent/consent.ts';
import type { Deed } from '../consent/phrase-consent.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import { newSweep } from './new-sweep.ts';
import type { SweepFile } from './sweep-file.ts';
import { createSweepNews } from './sweep-news.ts';
import * as refusal from './sweep-refusals.ts';
import { createSweepRuns, type SweepRuns, type WayToCamio } from './sweep-runs.ts';
import { createSweepStore } from './sweep-store.ts';

interface SweepsNeeds {
  readonly connections: Pick<ConnectionStore, 'get' | 'folder'>;
  readonly accounts: CamioAccounts;
  readonly guard: Pick<AccountGuard, 'ask'>;
  readonly consent: Consent;
  readonly drafts: Pick<DraftStore, 'current'>;
  readonly emit: Emit;
  /** Told of files that were set aside. */
  readonly notice: (error: AppError) => void;
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly effects?: Parameters<typeof createSweepRuns>[0]['effects'];
}

export type Sweeps = ReturnType<typeof createSweeps>;

/** The sweeps of all connections, each written down before and after every event. One at a time sends per connection. */
export function createSweeps(needs: SweepsNeeds) {
  const {
    connections,
    accounts,
    guard,
    consent,
    drafts,
    emit,
    notice,
    now = () => new Date(),
    random = Math.random,
  } = needs;
  const news = createSweepNews(emit);
  const store = createSweepStore({ connections, onChange: news.changed, notice, now });
  const runs: SweepRuns = createSweepRuns({
    tell: news.tell,
    now: () => now().getTime(),
    ...(needs.effects ? { effects: needs.effects } : {}),
  });
  /** For what begins unless a sweep of the connection is sending, or about to. */
  const mutex = createMutex((connectionId) => runs.running(connectionId) !== null, refusal.busy);

  /** How this many events get to Camio now: with a token, to the account they always went to, and if the person agrees. */
  async function wayTo(connectionId: string, deed: SweepDeed): Promise<Result<WayToCamio, AppError>> {
    const connection = connections.get(connectionId);
    if (!connection) return fail(noConnection);
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;
    const account = await guard.ask(connectionId, new AbortController().signal);
    if (account.kind === 'other account') return fail(phraseOtherAccount(account));
    // As it is now: asking for the account may have just found it out.
    const answer = await consent.ask(connections.get(connectionId) ?? connection, { kind: 'sweep', ...deed });
    if (answer === 'declined') return fail(declined);
    return ok({ client: client.value, dialect: connection.dialect });
  }

  async function open(connectionId: string, sweepId: string): Promise<Result<SweepFile, AppError>> {
    return connections.get(connectionId) ? store.open(connectionId, sweepId) : fail(noConnection);
  }

  return {
    list: store.list,
    open,

    /** Begins a sweep of readers of the draft. */
    start: (connectionId: string, choices: SweepChoices) =>
      mutex(connectionId, async (): Promise<Result<SweepProgress, AppError>> => {
        if (!connections.get(connectionId)) return fail(noConnection);
        const draft = await drafts.current(connectionId);
        if (!draft.ok) return draft;
        const sweep = await newSweep(draft.value, choices, now(), random);
        if (!sweep.ok) return sweep;
        const { readers, eventType } = sweep.value;
        const way = await wayTo(connectionId, { events: readers.length, eventType });
        if (!way.ok) return way;
        const file = store.begin(connectionId, sweep.value);
        await nextTurn();
        const begun = await runs.begin(connectionId, file, way.value);
        if (begun.ok) return ok(file.progress);
        store.withdraw(connectionId, sweep.value.id);
        return begun;
      }),

    resume: (connectionId: string, sweepId: string) =>
      mutex(connectionId, async () => {
        const file = await open(connectionId, sweepId);
        if (!file.ok) return file;
        if (isOver(file.value)) return fail(refusal.isOver);
        const { sweep, counts } = file.value.progress.summary();
        const way = await wayTo(connectionId, { events: counts.pending, eventType: sweep.eventType });
        if (!way.ok) return way;
        // It may have been stopped while Camio was asked whose account it is.
        return isOver(file.value) ? fail(refusal.isOver) : runs.begin(connectionId, file.value, way.value);
      }),

    sendAgain: (connectionId: string, sweepId: string, readerIds: readonly string[]) =>
      mutex(connectionId, async () => {
        const file = await open(connectionId, sweepId);
        if (!file.ok) return file;
        for (const readerId of readerIds) {
          const result = file.value.progress.get(readerId);
          if (!result) return fail(refusal.notInList(1, readerId));
          if (result.outcome === 'accepted') return fail(refusal.notToSendAgain(result.readerName));
        }
        const wanted = [...new Set(readerIds)];
        const { eventType } = file.value.progress.sweep;
        const way = await wayTo(connectionId, { events: wanted.length, eventType });
        if (!way.ok) return way;
        const decided = await file.value.record({ kind: 'again', readerIds: wanted });
        return decided.ok ? runs.begin(connectionId, file.value, way.value, wanted) : decided;
      }),

    pause(connectionId: string, sweepId: string): void {
      if (runs.running(connectionId)?.progress.sweep.id === sweepId) runs.halt(connectionId, 'pause');
    },

    async stop(connectionId: string, sweepId: string): Promise<Result<void, AppError>> {
      if (runs.running(connectionId)?.progress.sweep.id === sweepId) {
        runs.halt(connectionId, 'stop');
        return ok(undefined);
      }
      const file = await open(connectionId, sweepId);
      if (!file.ok) return file;
      if (isOver(file.value)) return ok(undefined);
      const stopped = await file.value.record({ kind: 'state', state: { kind: 'stopped' } });
      news.tell(connectionId, file.value.progress);
      return stopped;
    },

    /** What a person saw of some readers' events; ok once that is on disk. */
    async signOff(
      connectionId: string,
      sweepId: string,
      readerIds: readonly string[],
      signOff: SignOff | null,
    ): Promise<Result<void, AppError>> {
      const file = await open(connectionId, sweepId);
      if (!file.ok) return file;
      const recorded = await file.value.record({ kind: 'sign off', readerIds: [...new Set(readerIds)], signOff });
      if (recorded.ok) news.tell(connectionId, file.value.progress);
      return recorded;
    },

    /** Runs what deletes a connection, with its sweeps' files let go and while none can begin. Refused while one is sending. */
    whileDeleting: <T>(connectionId: string, run: () => Promise<Result<T, AppError>>) =>
      mutex(
        connectionId,
        async () => {
          await store.forget(connectionId);
          return run();
        },
        refusal.busyDeleting,
      ),

    /** Pauses what runs and waits for what is in flight; called before quitting. */
    close: runs.close,
  };
}

type SweepDeed = Omit<Extract<Deed, { kind: 'sweep' }>, 'kind'>;

function isOver({ progress: { state } }: SweepFile): boolean {
  return state.kind === 'stopped' || state.kind === 'finished';
}
