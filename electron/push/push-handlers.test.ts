import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeDeviceList } from '../../core/camio/device-list.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { draftReaders, hasChanges } from '../../core/draft/draft.ts';
import { fail, ok } from '../../core/result.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { readCheckedLines } from '../store/checked-lines.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const before = campusReaders(20);

/** A workspace whose draft was read from Camio and has the first reader renamed; then Camio gets the faults. */
async function renamed(...faults: Fault[]) {
  const workspace = await startWorkspace({ readers: before });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  const { draft } = value(await workspace.drafts.open(connectionId));
  const action = { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] } as const;
  value(await workspace.drafts.apply(connectionId, draft.seq, action));
  workspace.server.setFaults(faults);
  return workspace;
}

const current = async ({ drafts }: Workspace) => value(await drafts.open(connectionId)).draft;
const mine = before.map((reader, index) => (index === 0 ? { ...reader, name: 'Lobby' } : reader));

describe('a push to a real server', () => {
  it('stores the list, keeps a snapshot of the one before and puts the draft on the new one', async () => {
    const workspace = await renamed();
    const end = await workspace.pushAll();
    expect(end).toMatchObject({ kind: 'stored', readers: 20, counts: { renamed: 1, unchanged: 19 } });
    expect(workspace.states.map(({ kind }) => kind)).toEqual([
      'reading remote',
      'comparing',
      'backing up',
      'sending',
      'reading back',
      'stored',
    ]);
    expect(workspace.posted()).toEqual([encodeDeviceList(mine, firstGeneration)]);
    expect(workspace.server.state().readers).toEqual(mine);

    const draft = await current(workspace);
    expect(hasChanges(draft)).toBe(false);
    expect(draftReaders(draft)).toEqual(mine);
    expect(draft.undo).toHaveLength(1);
    expect(value(await workspace.push.state({ connectionId }))).toEqual(end);

    const [file = ''] = await readdir(join(workspace.folder, 'snapshots'));
    const { values, end: whole } = readCheckedLines(await readFile(join(workspace.folder, 'snapshots', file)));
    expect(whole).toBe('whole');
    expect(values).toMatchObject([
      { kind: 'snapshot', version: 1, reason: 'before a push', readers: 20 },
      { part: 'readers', items: before },
      { part: 'end' },
    ]);
  });

  it('that was stored without an answer is found to be stored by the next push, which sends nothing', async () => {
    const workspace = await renamed({
      method: 'GET',
      after: 1,
      times: 6,
      kind: 'answer',
      status: 503,
      call: 'devices',
    });
    expect((await workspace.pushAll()).kind).toBe('outcome unknown');
    expect((await workspace.pushAll()).kind).toBe('stored');
    expect(workspace.posted()).toHaveLength(1);
    expect(hasChanges(await current(workspace))).toBe(false);
  });

  it('sends nothing when the remote list moved, and says what differs', async () => {
    const workspace = await renamed();
    workspace.server.setState({ ...workspace.server.state(), readers: before.slice(0, 18) });
    expect(await workspace.pushAll()).toMatchObject({ kind: 'drift', differences: { total: 2 } });
    expect(workspace.posted()).toEqual([]);
  });

  it('is braked until the number is typed', async () => {
    const workspace = await renamed();
    const { seq } = await current(workspace);
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'delete', rows: [1, 2, 3, 4, 5, 6] }));
    expect(await workspace.pushAll()).toMatchObject({ kind: 'braked', brake: { removed: 6, of: 20 } });
    expect(await workspace.pushAll('7')).toMatchObject({ kind: 'braked' });
    expect(await workspace.pushAll('6')).toMatchObject({ kind: 'stored', readers: 14 });
    expect(workspace.posted()).toHaveLength(1);
  });

  it('sends nothing where the snapshot cannot be written', async () => {
    const workspace = await renamed();
    await mkdir(workspace.folder, { recursive: true });
    await rm(join(workspace.folder, 'snapshots'), { recursive: true, force: true });
    await writeFile(join(workspace.folder, 'snapshots'), 'in the way');
    expect(await workspace.pushAll()).toMatchObject({ kind: 'refused', error: { code: 'disk' } });
    expect(workspace.posted()).toEqual([]);
  });
});

describe('one push at a time', () => {
  it('refuses a second start while the first is under way', async () => {
    const workspace = await renamed();
    const { seq } = await current(workspace);
    const start = () => workspace.push.start({ connectionId, seq, typed: '', unseen: '' });
    const end = workspace.ended();
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect((await end).kind).toBe('stored');
    expect(workspace.posted()).toHaveLength(1);
  });

  it('lets nobody delete the connection from the moment it is asked for until it has ended', async () => {
    const workspace = await renamed({ method: 'POST', kind: 'latency', ms: 50 });
    const { seq } = await current(workspace);
    const deleting = () => workspace.push.whileDeleting(connectionId, async () => ok('deleted'));
    const refused = { ok: false, error: { code: 'busy', message: expect.stringContaining('not deleted') } };
    const [sending, end] = [workspace.reached('sending'), workspace.ended()];
    const started = workspace.push.start({ connectionId, seq, typed: '', unseen: '' });
    expect(await deleting()).toMatchObject(refused);
    value(await started);
    await sending;
    expect(await deleting()).toMatchObject(refused);
    expect((await end).kind).toBe('stored');
    expect(await deleting()).toEqual(ok('deleted'));
  });

  it('does not begin while the connection is being deleted, and is forgotten with it', async () => {
    const workspace = await renamed();
    await workspace.pushAll();
    const { seq } = await current(workspace);
    const started = () => workspace.push.start({ connectionId, seq, typed: '', unseen: '' });
    const kept = await workspace.push.whileDeleting(connectionId, async () => {
      expect(await started()).toMatchObject({ ok: false, error: { code: 'busy' } });
      return fail({ code: 'disk', message: '', next: '' });
    });
    expect(kept.ok).toBe(false);
    expect(value(await workspace.push.state({ connectionId }))?.kind).toBe('stored');
    value(await workspace.push.whileDeleting(connectionId, async () => ok(undefined)));
    expect(value(await workspace.push.state({ connectionId }))).toBeNull();
  });

  it('refuses a draft that is not the one that was reviewed', async () => {
    const workspace = await renamed();
    const { seq } = await current(workspace);
    const started = await workspace.push.start({ connectionId, seq: seq - 1, typed: '', unseen: '' });
    expect(started).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
    expect(workspace.server.received).toHaveLength(1);
  });

  it('can be cancelled while the list is being read', async () => {
    const workspace = await renamed({ method: 'GET', kind: 'hang', commit: false });
    const end = workspace.pushAll();
    await workspace.reached('reading remote');
    value(await workspace.push.cancel({ connectionId }));
    expect((await end).kind).toBe('cancelled');
    expect(workspace.posted()).toEqual([]);
  });

  it('keeps edits made while it is under way as changes against what was sent', async () => {
    const workspace = await renamed({ method: 'POST', kind: 'latency', ms: 50 });
    const end = workspace.pushAll();
    await workspace.reached('sending');
    const { seq } = await current(workspace);
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'undo' }));
    expect((await end).kind).toBe('stored');
    const draft = await current(workspace);
    expect(draft.counts).toMatchObject({ renamed: 1, unchanged: 19 });
    expect(draftReaders(draft)).toEqual(before);
  });
});
