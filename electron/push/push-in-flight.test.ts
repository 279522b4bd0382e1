import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { encodeDeviceList } from '../../core/camio/device-list.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { draftReaders, hasChanges } from '../../core/draft/draft.ts';
import { isUnderWay, type PushState } from '../../core/push/push-state.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { fail } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';

const connectionId = 'a';
const startedAt = '2021-11-01T17:30:10.000Z';
const before = campusReaders(20);
const sent = before.map((reader, index) => (index === 0 ? { ...reader, name: 'Lobby' } : reader));

let workspace: Workspace;
beforeEach(async () => {
  workspace = await startWorkspace({ readers: before });
  value(await workspace.draft.refresh({ connectionId }));
  const { seq } = value(await workspace.drafts.current(connectionId));
  const rename = { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] } as const;
  const { counts } = value(await workspace.drafts.apply(connectionId, seq, rename));
  // What an earlier session left behind that was stopped after it began to send.
  const body = encodeDeviceList(sent, firstGeneration);
  value(await workspace.inFlight.write(connectionId, { startedAt, body, listKey: 'readers', counts }));
});
afterEach(() => workspace.close());

const holds = (readers: readonly Reader[]) => workspace.server.setState({ ...workspace.server.state(), readers });

/** The end of what another session finds out by itself when the connection is first asked about. */
async function settledEnd(): Promise<PushState> {
  const ended = workspace.ended();
  const session = workspace.startPush();
  const first = value(await session.state({ connectionId }));
  if (first && isUnderWay(first)) await ended;
  const state = value(await session.state({ connectionId }));
  if (!state) throw new Error('Nothing was found.');
  return state;
}

describe('a push the app was stopped in the middle of', () => {
  it('is found to be stored, and the draft follows', async () => {
    holds(sent);
    expect(await settledEnd()).toMatchObject({ kind: 'stored', interruptedAt: startedAt, readers: 20 });
    expect(hasChanges(value(await workspace.drafts.current(connectionId)))).toBe(false);
    expect(value(await workspace.inFlight.read(connectionId))).toBeNull();
  });

  it('keeps its note until the draft has followed, also where the disk refuses that', async () => {
    holds(sent);
    const full: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space.' };
    const refused = { ...workspace.drafts, rebaseOnSent: async () => fail(full) };
    const session = workspace.startPush({ drafts: refused });
    const ended = workspace.ended();
    value(await session.state({ connectionId }));
    expect(await ended).toMatchObject({ kind: 'stored', notice: { code: 'disk' } });
    expect(value(await workspace.inFlight.read(connectionId))).not.toBeNull();
    expect(await settledEnd()).toMatchObject({ kind: 'stored' });
    expect(hasChanges(value(await workspace.drafts.current(connectionId)))).toBe(false);
    expect(value(await workspace.inFlight.read(connectionId))).toBeNull();
  });

  it('is told to all who ask while it is looked for', async () => {
    holds(sent);
    const session = workspace.startPush();
    const ended = workspace.ended();
    const answers = await Promise.all([session.state({ connectionId }), session.state({ connectionId })]);
    expect(answers.map((answer) => value(answer))).not.toContain(null);
    await ended;
  });

  it('is found not to be stored, and the draft keeps its changes', async () => {
    expect(await settledEnd()).toMatchObject({ kind: 'refused', interruptedAt: startedAt });
    expect(hasChanges(value(await workspace.drafts.current(connectionId)))).toBe(true);
    expect(value(await workspace.inFlight.read(connectionId))).toBeNull();
  });

  it('is found to have become another list', async () => {
    holds(sent.slice(1));
    const end = await settledEnd();
    expect(end).toMatchObject({ kind: 'not stored as sent', differences: { total: 1 }, interruptedAt: startedAt });
  });

  it('stays unknown while the list cannot be read, and is looked at again later', async () => {
    workspace.server.setFaults([{ method: 'GET', call: 'devices', kind: 'answer', status: 503, times: 6 }]);
    holds(sent);
    expect(await settledEnd()).toMatchObject({ kind: 'outcome unknown', interruptedAt: startedAt });
    expect(value(await workspace.inFlight.read(connectionId))).not.toBeNull();

    const ended = workspace.ended();
    value(await workspace.push.settle({ connectionId }));
    expect(await ended).toMatchObject({ kind: 'stored' });
  });

  it('keeps edits made since as changes', async () => {
    holds(sent);
    const { seq } = value(await workspace.drafts.current(connectionId));
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'rename', names: [{ row: 1, name: 'Gate' }] }));
    expect((await settledEnd()).kind).toBe('stored');
    expect(value(await workspace.drafts.current(connectionId)).counts).toMatchObject({ renamed: 1, unchanged: 19 });
  });

  it('keeps an edit taken back since as a change', async () => {
    holds(sent);
    const { seq } = value(await workspace.drafts.current(connectionId));
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'undo' }));
    expect((await settledEnd()).kind).toBe('stored');
    const draft = value(await workspace.drafts.current(connectionId));
    expect(draft.counts).toMatchObject({ renamed: 1, unchanged: 19 });
    expect(draftReaders(draft)).toEqual(before);
  });

  it('sends nothing, whatever is found', async () => {
    await settledEnd();
    expect(workspace.posted()).toEqual([]);
  });

  it('whose note is damaged is said to be unknown, and the note is set aside', async () => {
    await writeFile(join(workspace.folder, 'push.json'), '{"version":1,');
    expect(await settledEnd()).toMatchObject({ kind: 'outcome unknown', error: { code: 'corrupt-file' } });
    expect(await readdir(workspace.folder)).toContainEqual(expect.stringContaining('push.json.unreadable'));
  });
});

it('the note of a push is on disk while the list is read back, and gone once that is done', async () => {
  value(await workspace.inFlight.clear(connectionId));
  workspace.server.setFaults([{ method: 'GET', call: 'devices', after: 1, kind: 'latency', ms: 100 }]);
  const end = workspace.pushAll();
  await workspace.reached('reading back');
  const body = encodeDeviceList(sent, firstGeneration);
  expect(value(await workspace.inFlight.read(connectionId))).toMatchObject({ body, listKey: 'readers' });
  expect(await end).toMatchObject({ kind: 'stored' });
  expect(value(await workspace.inFlight.read(connectionId))).toBeNull();
});
