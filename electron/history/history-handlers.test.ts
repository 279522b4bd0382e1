import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../core/readers/reader.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';

const connectionId = 'a';
const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock' };

let workspace: Workspace;
beforeEach(async () => {
  workspace = await startWorkspace({ readers: [lobby, dock] });
});
afterEach(() => workspace.close());

/** Reads Camio's list into the draft, keeps it as a snapshot, and renames a reader in the draft. */
async function withSnapshotAndEdit() {
  const { draft, history, drafts } = workspace;
  value(await draft.refresh({ connectionId }));
  value(await history.take({ connectionId }));
  const [snapshot] = value(await history.list({ connectionId }));
  if (!snapshot) throw new Error('No snapshot was taken.');
  const { seq } = value(await drafts.open(connectionId)).draft;
  const edited = value(
    await drafts.apply(connectionId, seq, { kind: 'rename', names: [{ row: 0, name: 'Entrance' }] }),
  );
  return { snapshot, edited };
}

const names = async () =>
  [...value(await workspace.drafts.open(connectionId)).draft.rows].map(({ mine }) => mine?.name);

describe('history', () => {
  it('takes a snapshot of what Camio holds now, not of the draft', async () => {
    await withSnapshotAndEdit();
    expect(value(await workspace.history.take({ connectionId }))).toEqual({ readers: 2 });
    const listed = value(await workspace.history.list({ connectionId }));
    expect(listed).toMatchObject([{ reason: 'on demand', changes: { renamed: 0 } }, {}]);
  });

  it('compares a snapshot with the draft, and with another', async () => {
    const { snapshot } = await withSnapshotAndEdit();
    const { history } = workspace;
    expect(value(await history.compare({ connectionId, from: snapshot.id, to: 'draft' })).changes).toEqual([
      { kind: 'renamed', id: '001', from: 'Lobby', to: 'Entrance' },
    ]);
    expect(value(await history.compare({ connectionId, from: snapshot.id, to: snapshot.id })).changes).toEqual([]);
  });

  it('restores into the draft as one step, and sends nothing', async () => {
    const { snapshot, edited } = await withSnapshotAndEdit();
    const { history, drafts } = workspace;
    const restored = value(await history.restore({ connectionId, snapshotId: snapshot.id, seq: edited.seq }));
    expect(restored).toMatchObject({ kind: 'restored', counts: { renamed: 1, unchanged: 1 } });
    expect(await names()).toEqual(['Lobby', 'Dock']);
    const { seq } = value(await drafts.open(connectionId)).draft;
    value(await drafts.apply(connectionId, seq, { kind: 'undo' }));
    expect(await names()).toEqual(['Entrance', 'Dock']);
    expect(workspace.posted()).toEqual([]);
  });

  it('says where the draft holds the list already', async () => {
    const { snapshot, edited } = await withSnapshotAndEdit();
    const { history, drafts } = workspace;
    const undone = value(await drafts.apply(connectionId, edited.seq, { kind: 'undo' }));
    expect(value(await history.restore({ connectionId, snapshotId: snapshot.id, seq: undone.seq }))).toEqual({
      kind: 'same',
    });
  });

  it('refuses to restore into a draft that has moved on', async () => {
    const { snapshot, edited } = await withSnapshotAndEdit();
    expect(
      await workspace.history.restore({ connectionId, snapshotId: snapshot.id, seq: edited.seq - 1 }),
    ).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
    expect(await names()).toEqual(['Entrance', 'Dock']);
  });

  it('refuses to restore where Camio’s list was never read', async () => {
    const { history } = workspace;
    value(await history.take({ connectionId }));
    const [snapshot] = value(await history.list({ connectionId }));
    expect(await history.restore({ connectionId, snapshotId: snapshot?.id ?? '', seq: 0 })).toMatchObject({
      ok: false,
      error: { code: 'nothing-loaded' },
    });
  });

  it('takes nothing where Camio’s list cannot be read', async () => {
    workspace.server.setFaults([{ kind: 'answer', status: 401 }]);
    expect(await workspace.history.take({ connectionId })).toMatchObject({
      ok: false,
      error: { code: 'unauthorized' },
    });
    expect(value(await workspace.history.list({ connectionId }))).toEqual([]);
  });
});
