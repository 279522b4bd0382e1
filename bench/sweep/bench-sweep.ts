import { join } from 'node:path';
import type { Session } from 'electron';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { startDraft } from '../../core/draft/draft.ts';
import { ok } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { isUnderWay, type SweepSummary } from '../../core/sweep/sweep.ts';
import { net } from '../../e2e/chromium-host/net.ts';
import { session } from '../../e2e/chromium-host/session.ts';
import { createSendOnce } from '../../electron/camio/send-once.ts';
import { createCamioAccounts } from '../../electron/connections/camio-accounts.ts';
import { createSweeps } from '../../electron/sweep/sweeps.ts';
import { nothingToAsk } from '../../electron/testing/nothing-to-ask.ts';
import { accepted } from '../measure/accepted.ts';
import type { BenchServer } from './bench-server.ts';

const connectionId = 'bench';

/** The host's session has what is used of Electron's here, and no more. */
const openSession = (name: string) => session.fromPartition(name) as unknown as Session;

export interface SweepRun {
  readonly perSecond: number;
  /** How long `results` of the whole sweep takes to answer, in ms, as JSON. */
  readonly resultsMs: number;
}

/** A sweep of so many readers by main's own code: its journal in `folder`, its network the Chromium host's. */
export async function benchSweep(
  folder: string,
  { baseUrl, token }: BenchServer,
  { readers, lanes, onStart }: { readonly readers: number; readonly lanes: number; readonly onStart?: () => void },
): Promise<SweepRun> {
  const connection: Connection = {
    id: connectionId,
    kind: 'camio',
    name: 'Bench',
    baseUrl,
    dialect: firstGeneration,
    color: 'grey',
    accountEmail: null,
  };
  const connections = { get: () => connection, folder: () => join(folder, connectionId) };
  const list = campusReaders(readers);
  const draft = startDraft({ readers: list, readAt: new Date().toISOString() });
  let ended: (sweep: SweepSummary) => void = () => {};
  const end = new Promise<SweepSummary>((resolve) => {
    ended = resolve;
  });
  const accounts = createCamioAccounts({
    connections,
    secrets: { reveal: async () => ok(token) },
    send: createSendOnce(net, {}, openSession),
  });
  const sweeps = createSweeps({
    consent: nothingToAsk,
    connections,
    accounts,
    guard: { ask: async () => ({ kind: 'not confirmed' }) },
    drafts: { current: async () => ok(draft) },
    emit(_name, payload) {
      if ('sweep' in payload && !isUnderWay(payload.sweep.state)) ended(payload.sweep);
    },
    notice(error) {
      throw new Error(error.message);
    },
  });
  const readerIds = list.map(({ id }) => id);
  onStart?.();
  const startedMs = performance.now();
  const choices = { readerIds, eventType: 'forced open', labels: [], concurrency: lanes, perMinute: null } as const;
  const progress = accepted(await sweeps.start(connectionId, choices));
  const { counts } = await end;
  const tookMs = performance.now() - startedMs;
  if (counts.accepted !== readers) throw new Error(`Only ${counts.accepted} of ${readers} events were accepted.`);
  const asked = performance.now();
  JSON.stringify(progress.results());
  return {
    perSecond: (readers / tookMs) * 1_000,
    resultsMs: performance.now() - asked,
  };
}
