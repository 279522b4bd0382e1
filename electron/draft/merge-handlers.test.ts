import { afterEach, describe, expect, it } from 'vitest';
import { draftReaders } from '../../core/draft/draft.ts';
import type { Choice } from '../../core/draft/merge.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { openDraft, startWorkspace, value, type Workspace } from '../testing/workspace.ts';
import { createDraftStore } from './draft-store.ts';

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const lobby: Reader = { id: '1', name: 'Lobby' };
const dock: Reader = { id: '2', name: 'Dock' };
const roof: Reader = { id: '3', name: 'Roof' };
const base = [lobby, dock, roof];
const theirs = [{ ...lobby, name: 'Foyer' }, dock, { id: '4', name: 'Gate' }];

function putInCamio({ server }: Workspace, readers: readonly Reader[]) {
  server.setState({ ...server.state(), readers });
}

/** A draft with the lobby renamed and the dock removed here, while Camio renamed the lobby, removed the roof, added a gate. */
async function diverged() {
  const workspace = await startWorkspace({ readers: base });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  const { seq } = value(await workspace.drafts.current(connectionId));
  const rename = { kind: 'rename', names: [{ row: 0, name: 'Entrance' }] } as const;
  value(await workspace.drafts.apply(connectionId, seq, rename));
  value(await workspace.drafts.apply(connectionId, seq + 1, { kind: 'delete', rows: [1] }));
  putInCamio(workspace, theirs);
  return workspace;
}

async function compared({ draft }: Workspace) {
  const comparison = value(await draft.compare({ connectionId }));
  if (comparison.kind !== 'moved') throw new Error('Nothing moved.');
  return comparison;
}

const keep = (choice: Choice) => [{ row: 0, keep: choice }];
const mine = async ({ drafts }: Workspace) => draftReaders(value(await drafts.current(connectionId)));

describe('draft.compare', () => {
  it('answers the clashes and what is merged by itself, and changes nothing', async () => {
    const workspace = await diverged();
    const before = value(await workspace.drafts.current(connectionId));
    const { merge, seq } = await compared(workspace);
    expect(seq).toBe(before.seq);
    expect(merge.clashes).toMatchObject([{ row: 0, kind: 'renamed on both sides', theirs: { name: 'Foyer' } }]);
    expect(merge.byItself).toMatchObject([
      { origin: 'mine', base: dock, merged: null },
      { origin: 'theirs', base: roof, merged: null },
      { origin: 'theirs', base: null, merged: { id: '4', name: 'Gate' } },
    ]);
    expect(value(await workspace.drafts.current(connectionId))).toBe(before);
    expect(workspace.posted()).toEqual([]);
  });

  it('says that nothing moved, also where both are empty', async () => {
    const workspace = await startWorkspace({ readers: [] });
    workspaces.push(workspace);
    value(await workspace.draft.refresh({ connectionId }));
    expect(value(await workspace.draft.compare({ connectionId }))).toEqual({ kind: 'unmoved' });
    putInCamio(workspace, [lobby]);
    const { merge } = await compared(workspace);
    expect(merge.byItself).toEqual([{ origin: 'theirs', base: null, merged: lobby }]);
  });

  it('never takes a list that cannot be read for an empty one', async () => {
    const workspace = await diverged();
    workspace.server.setFaults([{ kind: 'answer', status: 200 }]);
    const comparison = await workspace.draft.compare({ connectionId });
    expect(comparison).toMatchObject({ ok: false, error: { code: 'unreadable-answer' } });
  });
});

describe('draft.merge', () => {
  it('puts the draft on Camio’s list as one step that can be undone, and on disk', async () => {
    const workspace = await diverged();
    const { seq, readAt } = await compared(workspace);
    value(await workspace.draft.merge({ connectionId, seq, readAt, choices: keep('theirs') }));
    const merged = [
      { id: '1', name: 'Foyer' },
      { id: '4', name: 'Gate' },
    ];
    expect(await mine(workspace)).toEqual(merged);

    const reopened = createDraftStore({ connections: workspace.connections });
    const draft = value(await reopened.current(connectionId));
    expect(draftReaders(draft)).toEqual(merged);
    expect(draft.baseReadAt).toBe(readAt);
    expect(draft.counts).toEqual({ added: 0, renamed: 0, changed: 0, removed: 1, unchanged: 2 });
    const undone = value(await reopened.apply(connectionId, draft.seq, { kind: 'undo' }));
    expect(draftReaders(undone)).toEqual([
      { id: '1', name: 'Entrance' },
      { id: '4', name: 'Gate' },
    ]);
    await reopened.close();
  });

  it('lets a push go through that was held by the drift', async () => {
    const workspace = await diverged();
    expect((await workspace.pushAll()).kind).toBe('drift');
    const { seq, readAt } = await compared(workspace);
    value(await workspace.draft.merge({ connectionId, seq, readAt, choices: keep('mine') }));
    expect((await workspace.pushAll()).kind).toBe('stored');
    expect(workspace.server.state().readers).toEqual([
      { id: '1', name: 'Entrance' },
      { id: '4', name: 'Gate' },
    ]);
  });

  it('refuses while a clash has no choice', async () => {
    const workspace = await diverged();
    const { seq, readAt } = await compared(workspace);
    const merged = await workspace.draft.merge({ connectionId, seq, readAt, choices: [] });
    expect(merged).toMatchObject({
      ok: false,
      error: { code: 'blocked', message: expect.stringContaining('1 clash') },
    });
  });

  it.each<[string, (workspace: Workspace) => Promise<unknown>]>([
    [
      'the draft was edited',
      async ({ drafts }) => {
        const { seq } = value(await drafts.current(connectionId));
        return drafts.apply(connectionId, seq, { kind: 'undo' });
      },
    ],
    ['the list was compared again', ({ draft }) => draft.compare({ connectionId })],
    [
      'the draft was put on another base',
      async ({ drafts }) => {
        return drafts.rebase(connectionId, { readers: theirs, readAt: '2030-01-01T00:00:00.000Z' });
      },
    ],
    [
      'it was merged already',
      async ({ draft, moved }) => {
        const readAt = moved.get(connectionId)?.remote.readAt ?? '';
        const { seq } = await openDraft(draft, connectionId);
        return draft.merge({ connectionId, seq, readAt, choices: keep('mine') });
      },
    ],
  ])('refuses what was compared before %s', async (_what, meanwhile) => {
    const workspace = await diverged();
    const { seq, readAt } = await compared(workspace);
    // The next reading must not carry the very same time.
    while (new Date().toISOString() === readAt);
    await meanwhile(workspace);
    const before = value(await workspace.drafts.current(connectionId));
    const merged = await workspace.draft.merge({ connectionId, seq, readAt, choices: keep('mine') });
    expect(merged).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
    expect(value(await workspace.drafts.current(connectionId))).toBe(before);
  });

  it('refuses where nothing was compared', async () => {
    const workspace = await diverged();
    const merged = await workspace.draft.merge({ connectionId, seq: 2, readAt: '', choices: [] });
    expect(merged).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
  });
});
