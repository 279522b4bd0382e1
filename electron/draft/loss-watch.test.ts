import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { baseReaders, draftReaders } from '../../core/draft/draft.ts';
import { mergeLists } from '../../core/draft/merge-lists.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { startWorkspace, value, type Workspace } from '../testing/workspace.ts';

const connectionId = 'a';
const doors = (count: number, from = 0): Reader[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${from + at}`, name: `Door ${from + at}` }));

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

/** Fifty readers, read. */
async function fifty(): Promise<Workspace> {
  const workspace = await startWorkspace({ readers: doors(50) });
  workspaces.push(workspace);
  value(await workspace.draft.refresh({ connectionId }));
  return workspace;
}

function answersWith({ server }: Workspace, readers: readonly Reader[]): void {
  server.setState({ ...server.state(), readers });
}

const current = async ({ drafts }: Workspace) => value(await drafts.current(connectionId));
const loss = async ({ losses }: Workspace) => value(await losses.state(connectionId));
const renameFirst = async (workspace: Workspace, name = 'Lobby') => {
  const { seq } = await current(workspace);
  value(await workspace.drafts.apply(connectionId, seq, { kind: 'rename', names: [{ row: 0, name }] }));
};

async function snapshots(workspace: Workspace): Promise<readonly (readonly Reader[])[]> {
  const kept = value(await workspace.snapshots.list(connectionId));
  return Promise.all(kept.map(async ({ id }) => value(await workspace.snapshots.read(connectionId, id)).readers));
}

describe.each([
  ['three', doors(3), { now: 3, gone: 47, unnamed: 0 }],
  ['none', [], { now: 0, gone: 50, unnamed: 0 }],
  ['all without names', doors(50).map(({ id }) => ({ id, name: '' })), { now: 50, gone: 0, unnamed: 50 }],
  ['another account’s', doors(60, 100), { now: 60, gone: 50, unnamed: 0 }],
] as const)('of fifty readers Camio answers with %s', (_what, short, numbers) => {
  it.each(['without', 'with'] as const)('on a refresh, %s changes in the draft', async (edits) => {
    const workspace = await fifty();
    if (edits === 'with') await renameFirst(workspace);
    answersWith(workspace, short);
    const refreshed = value(await workspace.draft.refresh({ connectionId }));
    expect(refreshed.kind).toBe(edits === 'with' ? 'drift' : 'adopted');
    expect(await loss(workspace)).toMatchObject({ held: 50, ...numbers });
    expect(workspace.told).toHaveLength(1);
    expect(await snapshots(workspace)).toEqual([doors(50)]);
    expect(value(await workspace.snapshots.list(connectionId))[0]).toMatchObject({
      reason: 'before Camio’s list shrank',
    });
  });

  it('and the readers come back into the draft, beside the person’s changes, and into Camio', async () => {
    const workspace = await fifty();
    await renameFirst(workspace);
    answersWith(workspace, short);
    value(await workspace.draft.refresh({ connectionId }));
    if (mergeLists((await current(workspace)).rows, short).clashes.some(({ theirs }) => theirs !== null)) return;
    value(await workspace.loss.restore({ connectionId }));
    expect(await loss(workspace)).toBeNull();
    const mine = draftReaders(await current(workspace));
    for (const { id, name } of doors(50)) expect(mine).toContainEqual({ id, name: id === '0' ? 'Lobby' : name });
    expect(await workspace.pushAll()).toMatchObject({ kind: 'stored', readers: mine.length });
    expect(workspace.server.state().readers).toEqual(mine);
  });
});

describe('a list that shrank', () => {
  it('does not let a push through without the number typed, though the push itself removes nothing', async () => {
    const workspace = await fifty();
    answersWith(workspace, []);
    value(await workspace.draft.refresh({ connectionId }));
    const { seq } = await current(workspace);
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'add', readers: doors(1) }));
    const brake = { reason: 'list was longer', removed: 49, of: 50 };
    expect(await workspace.pushAll()).toEqual({ kind: 'braked', brake });
    expect(workspace.posted()).toEqual([]);
    expect(await workspace.pushAll('49')).toMatchObject({ kind: 'stored' });
  });

  it('is told with the numbers of the list read last, until it is put away, and again over a restart', async () => {
    const workspace = await fifty();
    answersWith(workspace, doors(3));
    value(await workspace.draft.refresh({ connectionId }));
    answersWith(workspace, doors(20));
    value(await workspace.draft.refresh({ connectionId }));
    expect(await loss(workspace)).toMatchObject({ held: 50, now: 20, gone: 30 });
    answersWith(workspace, doors(50));
    value(await workspace.draft.refresh({ connectionId }));
    expect(await loss(workspace)).toMatchObject({ held: 50, now: 50, gone: 0 });
    value(await workspace.losses.putAway(connectionId));
    expect(await loss(workspace)).toBeNull();
    expect(workspace.told.at(-1)).toBeNull();
  });

  it('is not adopted where the list that was held cannot be kept', async () => {
    const workspace = await fifty();
    await writeFile(join(workspace.folder, 'snapshots'), 'in the way');
    answersWith(workspace, doors(3));
    const refreshed = await workspace.draft.refresh({ connectionId });
    expect(refreshed).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(draftReaders(await current(workspace))).toEqual(doors(50));
  });

  it('that the draft says itself, by its own deletions, is kept before it is taken over', async () => {
    const workspace = await fifty();
    const { seq } = await current(workspace);
    const rows = doors(47).map((_, row) => row + 3);
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'delete', rows }));
    answersWith(workspace, doors(3));
    expect(await workspace.pushAll('47')).toMatchObject({ kind: 'stored' });
    expect(workspace.posted()).toEqual([]);
    expect(await snapshots(workspace)).toEqual([doors(50)]);
  });

  it('keeps readers that the person had taken out of the draft out of it when the others are restored', async () => {
    const workspace = await fifty();
    const { seq } = await current(workspace);
    value(await workspace.drafts.apply(connectionId, seq, { kind: 'delete', rows: [49] }));
    answersWith(workspace, doors(3));
    value(await workspace.draft.refresh({ connectionId }));
    value(await workspace.loss.restore({ connectionId }));
    expect(draftReaders(await current(workspace)).map(({ id }) => id)).toEqual(doors(49).map(({ id }) => id));
  });

  it('has its warning set aside, and told, where the file of it is damaged', async () => {
    const workspace = await fifty();
    await writeFile(join(workspace.folder, 'list-loss.json'), '{"version":1,"held":');
    await expect(workspace.losses.state(connectionId)).rejects.toThrow(/cannot be read any more/);
    expect((await readdir(workspace.folder)).filter((name) => name.includes('unreadable'))).toHaveLength(1);
  });
});

describe('a warning of a newer version', () => {
  it('is refused and left as it is', async () => {
    const workspace = await fifty();
    const path = join(workspace.folder, 'list-loss.json');
    await writeFile(path, '{"version":2}');
    expect(await workspace.losses.state(connectionId)).toMatchObject({ ok: false, error: { code: 'corrupt-file' } });
    answersWith(workspace, doors(3));
    expect(await workspace.draft.refresh({ connectionId })).toMatchObject({ ok: false });
    expect(await readFile(path, 'utf8')).toBe('{"version":2}');
  });
});

describe('whatever is read, merged, undone and pushed', () => {
  const list = fc.subarray(doors(12));
  const step = fc.oneof(
    fc.record({ kind: fc.constant('camio answers with' as const), readers: list }),
    fc.record({ kind: fc.constantFrom('refresh' as const, 'merge' as const, 'restore' as const, 'undo' as const) }),
    fc.record({ kind: fc.constant('rename' as const), row: fc.nat(11) }),
    fc.record({ kind: fc.constant('delete' as const), row: fc.nat(11) }),
    fc.record({ kind: fc.constant('push' as const), typed: fc.boolean() }),
  );

  it('every reader ever held is in the draft, in Camio, in a snapshot, or went by a push that was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const workspace = await startWorkspace({ readers: doors(12) });
        try {
          value(await workspace.draft.refresh({ connectionId }));
          const held = new Set<string>();
          const note = async () => {
            for (const { id } of baseReaders(await current(workspace))) held.add(id);
          };
          await note();
          for (const each of steps) {
            await act(workspace, each);
            await note();
          }
          const places = [
            draftReaders(await current(workspace)),
            // Taken out of the draft and not pushed yet.
            baseReaders(await current(workspace)),
            workspace.server.state().readers,
            ...(await snapshots(workspace)),
          ];
          const found = new Set(places.flatMap((readers) => readers.map(({ id }) => id)));
          expect([...held].filter((id) => !found.has(id))).toEqual([]);
        } finally {
          await workspace.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  async function act(workspace: Workspace, each: typeof step extends fc.Arbitrary<infer T> ? T : never) {
    const draft = await current(workspace);
    switch (each.kind) {
      case 'camio answers with':
        return answersWith(workspace, each.readers);
      case 'refresh':
        return workspace.draft.refresh({ connectionId });
      case 'restore':
        return workspace.loss.restore({ connectionId });
      case 'undo':
        return workspace.drafts.apply(connectionId, draft.seq, { kind: 'undo' });
      case 'rename':
        return workspace.drafts.apply(connectionId, draft.seq, {
          kind: 'rename',
          names: [{ row: each.row, name: 'Renamed' }],
        });
      case 'delete':
        return workspace.drafts.apply(connectionId, draft.seq, { kind: 'delete', rows: [each.row] });
      case 'merge': {
        const compared = value(await workspace.draft.compare({ connectionId }));
        if (compared.kind === 'unmoved') return null;
        const choices = compared.merge.clashes.map(({ row }) => ({ row, keep: 'theirs' as const }));
        const { seq, readAt } = compared;
        return workspace.draft.merge({ connectionId, seq, readAt, choices });
      }
      case 'push': {
        const state = await workspace.pushAll();
        return state.kind === 'braked' && each.typed ? workspace.pushAll(String(state.brake.removed)) : state;
      }
    }
  }
});
