import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { type DraftAction, draftReaders, hasChanges } from '../../core/draft/draft.ts';
import { readDraftParts } from '../../core/draft/draft-parts.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { auditedPushes } from '../audit/audited-pushes.ts';
import { createEventsHandlers } from '../events/events-handlers.ts';
import { createReadersHandlers } from '../export/readers-handlers.ts';
import { writeSheet } from '../spreadsheet/write-sheet.ts';
import { openDraft, startWorkspace, value, type Workspace } from '../testing/workspace.ts';

const workspaces: Workspace[] = [];
afterEach(async () => {
  for (const workspace of workspaces.splice(0)) await workspace.close();
});

const connectionId = 'a';
const before = campusReaders(20);
const renameFirst: DraftAction = { kind: 'rename', names: [{ row: 0, name: 'Lobby' }] };
const added: Reader = { id: 'new', name: 'New gate' };

async function started() {
  const workspace = await startWorkspace({ readers: before });
  workspaces.push(workspace);
  return workspace;
}

/** As the window sees it: the draft that `draft.open` answers. */
const opened = ({ draft }: Workspace) => openDraft(draft, connectionId);

function putInCamio({ server }: Workspace, readers: readonly Reader[]) {
  server.setState({ ...server.state(), readers });
}

describe('draft.refresh', () => {
  it('puts a draft that was never read on the list', async () => {
    const workspace = await started();
    expect((await opened(workspace)).baseReadAt).toBeNull();
    const outcome = value(await workspace.draft.refresh({ connectionId }));
    expect(outcome).toEqual({ kind: 'adopted', readers: 20, moved: null, lost: 0 });
    const draft = await opened(workspace);
    expect(draftReaders(draft)).toEqual(before);
    expect(draft.baseReadAt).not.toBeNull();
  });

  it('knows an empty list from one that was never read', async () => {
    const workspace = await started();
    putInCamio(workspace, []);
    expect(value(await workspace.draft.refresh({ connectionId }))).toMatchObject({ kind: 'adopted', readers: 0 });
    expect((await opened(workspace)).baseReadAt).not.toBeNull();
  });

  it('follows Camio where the draft has no changes, and says what moved', async () => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    putInCamio(workspace, [...before, added]);
    expect(value(await workspace.draft.refresh({ connectionId }))).toEqual({
      kind: 'adopted',
      readers: 21,
      moved: { total: 1, first: [{ id: 'new', left: null, right: 'New gate' }] },
      lost: 0,
    });
    expect(draftReaders(await opened(workspace))).toEqual([...before, added]);
  });

  it('keeps changes where Camio stands still, and only renews the time', async () => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    const first = await opened(workspace);
    value(await workspace.draft.apply({ connectionId, seq: first.seq, action: renameFirst }));
    const outcome = value(await workspace.draft.refresh({ connectionId }));
    expect(outcome).toEqual({ kind: 'adopted', readers: 20, moved: null, lost: 0 });
    const draft = await opened(workspace);
    expect(draft.counts.renamed).toBe(1);
    expect(Date.parse(draft.baseReadAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first.baseReadAt ?? ''));
  });

  it('leaves a draft with changes alone where Camio moved, and says what differs', async () => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    const { seq } = await opened(workspace);
    value(await workspace.draft.apply({ connectionId, seq, action: renameFirst }));
    const mine = await opened(workspace);
    putInCamio(workspace, before.slice(0, 19));
    expect(value(await workspace.draft.refresh({ connectionId }))).toMatchObject({
      kind: 'drift',
      differences: { total: 1, first: [{ id: before[19]?.id, right: null }] },
      error: { message: expect.stringContaining('1 reader differs') },
    });
    expect(await opened(workspace)).toEqual(mine);
  });

  it('finds its changes done where Camio holds what the draft says', async () => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    const { seq } = await opened(workspace);
    value(await workspace.draft.apply({ connectionId, seq, action: renameFirst }));
    putInCamio(workspace, draftReaders(await opened(workspace)));
    expect(value(await workspace.draft.refresh({ connectionId }))).toMatchObject({ kind: 'adopted' });
    expect(hasChanges(await opened(workspace))).toBe(false);
  });

  it.each<[string, AppError['code']]>([
    ['<html>Sign in</html>', 'unreadable-answer'],
    ['', 'unreadable-answer'],
    ['{"rows":[]}', 'unreadable-answer'],
  ])('never takes %j for an empty list', async (body, code) => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    workspace.server.setFaults([{ kind: 'answer', status: 200, body }]);
    expect(await workspace.draft.refresh({ connectionId })).toMatchObject({ ok: false, error: { code } });
    expect(draftReaders(await opened(workspace))).toEqual(before);
  });
});

it('draft.apply answers the number of the draft after it, and refuses an action made for another', async () => {
  const workspace = await started();
  value(await workspace.draft.refresh({ connectionId }));
  const { seq } = await opened(workspace);
  expect(value(await workspace.draft.apply({ connectionId, seq, action: renameFirst }))).toEqual({ seq: seq + 1 });
  expect(await workspace.draft.apply({ connectionId, seq, action: renameFirst })).toMatchObject({
    ok: false,
    error: { code: 'draft-out-of-step' },
  });
});

describe('draft.applyPart', () => {
  const part = (at: number, isLast: boolean) => ({
    at,
    isLast,
    action: { kind: 'rename', names: [{ row: at, name: `Renamed ${at}` }] } as const,
  });

  it('makes one step of the parts of an action, once the last is there, and answers as draft.apply does', async () => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    const first = await opened(workspace);
    const { seq } = first;
    expect(value(await workspace.draft.applyPart({ connectionId, seq, ...part(0, false) }))).toBeNull();
    expect(value(await workspace.draft.applyPart({ connectionId, seq, ...part(1, false) }))).toBeNull();
    expect(draftReaders(await opened(workspace))).toEqual(before);
    expect(value(await workspace.draft.applyPart({ connectionId, seq, ...part(2, true) }))).toEqual({ seq: seq + 1 });
    const draft = await opened(workspace);
    expect(draft.counts.renamed).toBe(3);
    expect(draft.undo.at(-1)).toMatchObject({ action: 'rename', edits: [{ row: 0 }, { row: 1 }, { row: 2 }] });
    expect(await workspace.draft.applyPart({ connectionId, seq, ...part(0, true) })).toMatchObject({
      ok: false,
      error: { code: 'draft-out-of-step' },
    });
  });

  it('begins anew with a first part, and takes none out of turn', async () => {
    const workspace = await started();
    value(await workspace.draft.refresh({ connectionId }));
    const { seq } = await opened(workspace);
    value(await workspace.draft.applyPart({ connectionId, seq, ...part(0, false) }));
    value(await workspace.draft.applyPart({ connectionId, seq, ...part(0, false) }));
    await expect(workspace.draft.applyPart({ connectionId, seq, ...part(2, true) })).rejects.toThrow('out of turn');
    value(await workspace.draft.applyPart({ connectionId, seq, ...part(1, true) }));
    expect((await opened(workspace)).counts.renamed).toBe(2);
  });
});

describe('what opening a damaged draft found out', () => {
  const event = { readerId: '1', timestamp: '2021-11-01T17:30:10.000Z', eventType: null, labels: ['x'], actorId: '' };
  const cancelled = { showSaveDialog: async () => ({ canceled: true, filePath: '' }) };

  it.each<[string, (workspace: Workspace) => Promise<unknown>]>([
    [
      'an export',
      ({ drafts, connections }) =>
        createReadersHandlers({ drafts, connections, dialog: cancelled, documents: () => '/', writeSheet }).export({
          connectionId,
          list: { kind: 'draft' },
          format: 'csv',
          columns: ['id'],
        }),
    ],
    [
      'a test event',
      (workspace) =>
        createEventsHandlers({
          ...workspace,
          clipboard: { writeText: async () => {} },
          dialog: cancelled,
          documents: () => '/',
        }).send({
          connectionId,
          event: { ...event, actorName: '' },
          repeats: null,
        }),
    ],
    [
      'a comparison and a restored snapshot',
      async ({ history }) => {
        value(await history.take({ connectionId }));
        const [snapshot] = value(await history.list({ connectionId }));
        const snapshotId = snapshot?.id ?? '';
        value(await history.compare({ connectionId, from: snapshotId, to: 'draft' }));
        await history.restore({ connectionId, snapshotId, seq: 0 });
      },
    ],
    ['a push', ({ push }) => push.start({ connectionId, seq: 0, typed: '', unseen: '' })],
    [
      'the activity log',
      ({ drafts, connections }) =>
        new Promise<void>((record) => {
          const emit = auditedPushes({ emit: () => {}, record: () => record(), connections, drafts });
          emit('pushState', { connectionId, state: { kind: 'cancelled' } });
        }),
    ],
  ])('waits for the window where %s comes first, and is told once', async (_what, comesFirst) => {
    const workspace = await started();
    await mkdir(join(workspace.folder, 'draft'), { recursive: true });
    await writeFile(join(workspace.folder, 'draft', 'draft.jsonl'), 'not a draft');
    await comesFirst(workspace);
    const { notices } = value(await workspace.draft.open({ connectionId }));
    expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('set aside') }]);
    expect(value(await workspace.draft.open({ connectionId })).notices).toEqual([]);
  });
});

describe('draft.more', () => {
  it('goes on with the draft as it was when it was opened', async () => {
    const workspace = await started();
    putInCamio(workspace, campusReaders(9_000));
    value(await workspace.draft.refresh({ connectionId }));
    const { opening, part } = value(await workspace.draft.open({ connectionId }));
    expect(part.isLast).toBe(false);
    const { seq } = value(await workspace.drafts.current(connectionId));
    value(await workspace.draft.apply({ connectionId, seq, action: renameFirst }));
    const parts = [part];
    while (!parts.at(-1)?.isLast) parts.push(value(await workspace.draft.more({ connectionId, opening })));
    expect(readDraftParts(parts)).toMatchObject({ seq, undo: [] });
    expect(draftReaders(readDraftParts(parts))).toEqual(campusReaders(9_000));
  });

  it('refuses once the draft was opened anew, and beyond the last part', async () => {
    const workspace = await started();
    putInCamio(workspace, campusReaders(9_000));
    value(await workspace.draft.refresh({ connectionId }));
    const first = value(await workspace.draft.open({ connectionId }));
    const { opening } = value(await workspace.draft.open({ connectionId }));
    expect(await workspace.draft.more({ connectionId, opening: first.opening })).toMatchObject({ ok: false });
    while (!value(await workspace.draft.more({ connectionId, opening })).isLast);
    expect(await workspace.draft.more({ connectionId, opening })).toMatchObject({ ok: false });
  });
});
