import { join } from 'node:path';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { startDraft } from '../../core/draft/draft.ts';
import { ok } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { isUnderWay } from '../../core/sweep/sweep.ts';
import { createSend } from '../camio/send.ts';
import { createCamioAccounts } from '../connections/camio-accounts.ts';
import { createSweeps } from '../sweep/sweeps.ts';
import { nodeNet } from './fake-net.ts';
import { nothingToAsk } from './nothing-to-ask.ts';

export const token = 'a-token-for-tests';
/** Whom the kill test's process sends events to. */
export const readers = campusReaders(400);

/**
 * Runs as a process of its own, to be killed: begins a sweep of all readers, or resumes the one it finds, and goes on to
 * its end. Never sends again what is unknown. `args`: a folder and the server's base URL.
 */
export async function sweepUntilKilled([folder = '', baseUrl = '']: string[]): Promise<void> {
  const connectionId = 'a';
  const connection: Connection = {
    id: connectionId,
    kind: 'camio',
    name: 'Harbor Campus',
    baseUrl,
    dialect: firstGeneration,
    color: 'green',
    accountEmail: null,
  };
  const connections = { get: () => connection, folder: () => join(folder, connectionId) };
  const accounts = createCamioAccounts({
    connections,
    secrets: { reveal: async () => ok(token) },
    send: createSend(nodeNet()),
  });
  const sweeps = createSweeps({
    consent: nothingToAsk,
    connections,
    accounts,
    guard: { ask: async () => ({ kind: 'not confirmed' }) },
    drafts: { current: async () => ok(startDraft({ readers, readAt: '2026-01-02T03:04:05.000Z' })) },
    emit(_name, payload) {
      if ('sweep' in payload && !isUnderWay(payload.sweep.state)) process.stdout.write(`${payload.sweep.state.kind}\n`);
    },
    notice(error) {
      throw new Error(error.message);
    },
  });
  const listed = await sweeps.list(connectionId);
  if (!listed.ok) throw new Error(listed.error.message);
  const [left] = listed.value;
  const begun = left
    ? await sweeps.resume(connectionId, left.sweep.id)
    : await sweeps.start(connectionId, {
        readerIds: readers.map(({ id }) => id),
        eventType: 'forced open',
        labels: [],
        concurrency: 8,
        perMinute: null,
      });
  if (!begun.ok) throw new Error(begun.error.message);
}
