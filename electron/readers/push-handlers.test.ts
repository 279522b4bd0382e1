import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeDeviceList } from '../../core/camio/device-list.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { campusReaders } from '../../core/camio/simulator/campus.ts';
import type { Fault } from '../../core/camio/simulator/faults.ts';
import { draftReaders, hasChanges } from '../../core/readers/draft.ts';
import { readCheckedLines } from './checked-lines.ts';
import { startWorkspace, value, type Workspace } from './workspace.fixture.ts';

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

  it.each<[string, Fault, object, 'new' | 'old' | 'other']>([
    [
      '422',
      { method: 'POST', kind: 'answer', status: 422, body: 'bad door' },
      { kind: 'refused', error: { code: 'rejected' } },
      'old',
    ],
    [
      '401',
      { method: 'POST', kind: 'answer', status: 401 },
      { kind: 'refused', error: { code: 'unauthorized' } },
      'old',
    ],
    [
      '429',
      { method: 'POST', kind: 'answer', status: 429, headers: { 'retry-after': '7' } },
      { kind: 'refused', error: { code: 'rate-limited', next: /7 seconds/ } },
      'old',
    ],
    [
      'a redirect',
      { method: 'POST', kind: 'answer', status: 302, headers: { location: 'https://evil.example/' } },
      { kind: 'refused', error: { code: 'redirected', message: /evil\.example/ } },
      'old',
    ],
    [
      '500 without storing',
      { method: 'POST', kind: 'answer', status: 500 },
      { kind: 'refused', error: { code: 'server-error' } },
      'old',
    ],
    ['500 after storing', { method: 'POST', kind: 'commit, then answer', status: 500 }, { kind: 'stored' }, 'new'],
    [
      'a reset without storing',
      { method: 'POST', kind: 'reset', commit: false },
      { kind: 'refused', error: { code: 'unreachable' } },
      'old',
    ],
    ['a reset after storing', { method: 'POST', kind: 'reset', commit: true }, { kind: 'stored' }, 'new'],
    [
      'accept and ignore',
      { method: 'POST', kind: 'accept, but ignore' },
      { kind: 'not stored as sent', differences: { total: 1 } },
      'old',
    ],
    ['store differently', { method: 'POST', kind: 'store differently' }, { kind: 'not stored as sent' }, 'other'],
    [
      'HTML instead of the list',
      { method: 'GET', kind: 'answer', status: 200, body: '<html>' },
      { kind: 'refused', error: { code: 'unreadable-answer' } },
      'old',
    ],
    [
      'an empty answer',
      { method: 'GET', kind: 'answer', status: 200 },
      { kind: 'refused', error: { code: 'unreadable-answer' } },
      'old',
    ],
    [
      '204 for the list',
      { method: 'GET', kind: 'answer', status: 204 },
      { kind: 'refused', error: { code: 'unreadable-answer' } },
      'old',
    ],
    [
      '404 for the list',
      { method: 'GET', kind: 'answer', status: 404 },
      { kind: 'refused', error: { code: 'not-offered' } },
      'old',
    ],
    [
      'HTML from the read-back on',
      { method: 'GET', after: 1, kind: 'answer', status: 200, body: '<html>' },
      { kind: 'outcome unknown', error: { code: 'outcome-unknown' } },
      'new',
    ],
  ])('that meets %s', async (_fault, fault, end, stored) => {
    const workspace = await renamed(fault);
    expect(await workspace.pushAll()).toMatchObject(expectation(end));
    expect(workspace.posted().length).toBe(fault.method === 'GET' && fault.after === undefined ? 0 : 1);
    const { readers } = workspace.server.state();
    if (stored !== 'other') expect(readers).toEqual(stored === 'new' ? mine : before);
    const draft = await current(workspace);
    expect(draftReaders(draft)).toEqual(mine);
  });

  it('that was stored without an answer is found to be stored by the next push, which sends nothing', async () => {
    const workspace = await renamed({ method: 'GET', after: 1, times: 3, kind: 'answer', status: 503 });
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
    const start = () => workspace.push.start({ connectionId, seq, typed: '' });
    const end = workspace.ended();
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect((await end).kind).toBe('stored');
    expect(workspace.posted()).toHaveLength(1);
  });

  it('refuses a draft that is not the one that was reviewed', async () => {
    const workspace = await renamed();
    const { seq } = await current(workspace);
    const started = await workspace.push.start({ connectionId, seq: seq - 1, typed: '' });
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

/** Turns patterns into what `toMatchObject` understands. */
function expectation(end: object): object {
  return Object.fromEntries(
    Object.entries(end).map(([key, part]) => {
      if (part instanceof RegExp) return [key, expect.stringMatching(part)];
      return [key, typeof part === 'object' && part !== null ? expectation(part) : part];
    }),
  );
}
