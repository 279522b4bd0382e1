import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { applyAction, type Draft, type DraftAction, draftReaders, emptyDraft } from '../../core/draft/draft.ts';
import { toDraftFile } from '../../core/draft/draft-file.ts';
import type { Reader } from '../../core/readers/reader.ts';
import type { Result } from '../../core/result.ts';
import { fewLists, rowsOf, someActions } from '../../core/testing/any-reader.ts';
import { cases } from '../../core/testing/cases.ts';
import { checkedLine } from '../store/checked-lines.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const readers: Reader[] = ['1', '2', '3', '4'].map((id) => ({ id, name: `Door ${id}` }));
const rename = (row: number, name: string): DraftAction => ({ kind: 'rename', names: [{ row, name }] });

// Real files, hundreds of times: slow on a busy disk.
vi.setConfig({ testTimeout: 60_000 });

let root: string;
let open: DraftStore[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-draft-'));
  open = [];
});
afterEach(async () => {
  for (const store of open) await store.close();
  await rm(root, { recursive: true, force: true });
});

const folder = () => join(root, 'a', 'draft');
const files = async () => (await readdir(folder())).sort();

/** A store as after a start of the app; the ones before it are left as a crash leaves them. */
function started(compactAfterBytes = 1_000_000): DraftStore {
  const connections = { folder: (connectionId: string) => join(root, connectionId) };
  const store = createDraftStore({ connections, now: () => new Date(readAt), compactAfterBytes });
  open.push(store);
  return store;
}

function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.message} ${result.error.detail ?? ''}`);
  return result.value;
}

async function opened(store: DraftStore) {
  return value(await store.open('a'));
}

/** A store whose draft stands on four readers and has three changes. */
async function withThreeChanges(): Promise<Draft> {
  const store = started();
  let draft = value(await store.rebase('a', { readers, readAt }));
  for (const row of [0, 1, 2]) draft = value(await store.apply('a', draft.seq, rename(row, `New ${row}`)));
  return draft;
}

const journal = async () => {
  const name = (await files()).filter((file) => /^journal-\d+\.jsonl$/.test(file)).at(-1);
  if (!name) throw new Error('There is no journal.');
  return join(folder(), name);
};

describe('a draft on disk', () => {
  it('is empty, and leaves no file, where there never was one', async () => {
    const store = started();
    expect(await opened(store)).toEqual({ draft: emptyDraft, notices: [] });
    expect(await store.changes('a')).toBeNull();
    expect(await readdir(root)).toEqual([]);
  });

  it('is the same after a crash, undo history included, whatever was done', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fewLists, someActions, fewLists, someActions, async (first, before, second, after) => {
        // In a place of its own: the crashed store before it may still be compacting.
        run += 1;
        const id = `run-${run}`;
        const store = started(400);
        let live = value(await store.rebase(id, first));
        for (const [remote, actions] of [
          [null, before],
          [second, after],
        ] as const) {
          if (remote) live = value(await store.rebase(id, remote));
          for (const action of actions) {
            const applied = applyAction(live, action);
            const answer = await store.apply(id, live.seq, action);
            expect(answer.ok).toBe(applied.ok);
            if (applied.ok) live = applied.value.draft;
          }
        }
        const { draft, notices } = value(await started().open(id));
        expect(notices).toEqual([]);
        expect(toDraftFile(draft)).toEqual(toDraftFile(live));
        expect(draft.counts).toEqual(live.counts);
      }),
      { numRuns: cases(25) },
    );
  });

  it('is one checkpoint after a normal end', async () => {
    const draft = await withThreeChanges();
    await open[0]?.close();
    expect(await files()).toEqual(['draft.jsonl']);
    expect(rowsOf((await opened(started())).draft)).toEqual(rowsOf(draft));
  });

  it('takes actions sent at once in their order, and refuses those out of step', async () => {
    const store = started();
    value(await store.rebase('a', { readers, readAt }));
    const { draft } = await opened(store);
    const answers = await Promise.all([
      store.apply('a', draft.seq, rename(0, 'A')),
      store.apply('a', draft.seq + 1, rename(1, 'B')),
      store.apply('a', draft.seq + 1, rename(2, 'C')),
      store.apply('a', draft.seq + 2, rename(9, 'no such row')),
      store.apply('a', draft.seq + 2, { kind: 'undo' }),
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.value.seq - draft.seq : answer.error.code))).toEqual([
      1,
      2,
      'draft-out-of-step',
      'draft-out-of-step',
      3,
    ]);
    const names = draftReaders((await opened(started())).draft).map(({ name }) => name);
    expect(names).toEqual(['A', 'Door 2', 'Door 3', 'Door 4']);
  });

  it('goes on while it is compacted, and is whole at any moment of it', async () => {
    const store = started(300);
    let draft = value(await store.rebase('a', { readers, readAt }));
    for (let n = 0; n < 40; n++) {
      draft = value(await store.apply('a', draft.seq, rename(n % 4, `Name ${n}`)));
      const copy = join(root, `copy-${n}`);
      await copyFolder(folder(), join(copy, 'draft'));
      const found = value(await createDraftStore({ connections: { folder: () => copy } }).open('a'));
      expect(found.notices).toEqual([]);
      expect(toDraftFile(found.draft)).toEqual(toDraftFile(draft));
    }
    await store.close();
    expect(await files()).toEqual(['draft.jsonl']);
  });

  it('keeps what was done while a push was under way', async () => {
    const sent = await withThreeChanges();
    const [store = started()] = open;
    value(await store.apply('a', sent.seq, { kind: 'undo' }));
    const stored = { readers: draftReaders(sent), readAt: '2021-11-01T18:00:00.000Z' };
    const draft = value(await store.rebaseAfterPush('a', stored, sent));
    expect(draft.counts).toMatchObject({ renamed: 1, unchanged: 3 });
    expect(await store.changes('a')).toBe(1);
  });

  it('goes on after a merge that was refused', async () => {
    const draft = await withThreeChanges();
    const [store = started()] = open;
    const refused = await store.merge('a', { ...draft, seq: draft.seq - 1 }, { readers, readAt }, new Map());
    expect(refused).toMatchObject({ ok: false, error: { code: 'draft-out-of-step' } });
    const edited = value(await store.apply('a', draft.seq, rename(3, 'Answered')));
    expect(toDraftFile((await opened(started())).draft)).toEqual(toDraftFile(edited));
  }, 5_000);

  it('is gone with its folder when it is discarded', async () => {
    await withThreeChanges();
    const [store = started()] = open;
    value(await store.discard('a'));
    expect(await readdir(root)).toEqual([]);
    expect((await opened(store)).draft).toEqual(emptyDraft);
  });

  it('is opened anew, by whoever asks meanwhile, once its folder is gone', async () => {
    await withThreeChanges();
    const [store = started()] = open;
    const [discarded, reopened] = await Promise.all([store.discard('a'), store.open('a')]);
    value(discarded);
    expect(value(reopened).draft).toEqual(emptyDraft);
    value(await store.rebase('a', { readers, readAt }));
    expect((await opened(started())).draft.counts.unchanged).toBe(4);
  });
});

describe('files that went wrong', () => {
  it('a journal cut at any byte loses the unfinished line, says so once and goes on', async () => {
    const draft = await withThreeChanges();
    const whole = await readFile(await journal());
    const lines = whole.toString().split('\n').slice(0, -1);
    for (let length = 0; length < whole.length; length++) {
      await writeFile(await journal(), whole.subarray(0, length));
      const complete = whole.subarray(0, length).toString().split('\n').length - 1;
      const store = started();
      const { draft: found, notices } = await opened(store);
      expect(found.undo.length).toBe(Math.max(0, complete - 1));
      const cutInside = length !== lines.slice(0, complete).join('\n').length + (complete > 0 ? 1 : 0);
      expect(notices.map(({ message }) => /left out/.test(message))).toEqual(cutInside ? [true] : []);
      if (length % 40 !== 0) continue;
      const next = value(await store.apply('a', found.seq, rename(3, 'Later')));
      const again = await opened(started());
      expect(again.notices).toEqual([]);
      expect(toDraftFile(again.draft)).toEqual(toDraftFile(next));
    }
    expect(draft.undo.length).toBe(3);
  });

  it('a flipped bit anywhere in the journal costs what comes after it, and the file is kept', async () => {
    await withThreeChanges();
    const whole = await readFile(await journal());
    const name = await journal();
    const starts = [...whole.toString().matchAll(/\n/g)].map(({ index }) => index);
    for (let at = 0; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8((whole[at] ?? 0) ^ 0x04, at);
      await rm(folder(), { recursive: true });
      const draft = await restoreCheckpoint();
      await writeFile(name, flipped);
      const { draft: found, notices } = await opened(started());
      const readable = Math.max(0, starts.filter((start) => start < at).length - 1);
      expect(found.undo.length).toBe(readable);
      expect(notices).toHaveLength(1);
      expect(found.baseReadAt).toBe(draft.baseReadAt);
      const kept = (await files()).filter((file) => file.includes('damaged'));
      if (/damaged/.test(notices[0]?.message ?? '')) {
        expect(await readFile(join(folder(), kept[0] ?? ''))).toEqual(flipped);
        expect((await opened(started())).notices).toEqual([]);
      }
    }
  });

  it('a damaged checkpoint is set aside with its journals, and the draft begins anew', async () => {
    await withThreeChanges();
    const checkpoint = join(folder(), 'draft.jsonl');
    const bytes = await readFile(checkpoint);
    bytes.writeUInt8((bytes[120] ?? 0) ^ 1, 120);
    await writeFile(checkpoint, bytes);
    const store = started();
    const { draft, notices } = await opened(store);
    expect(draft).toEqual(emptyDraft);
    expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('set aside as') }]);
    const kept = await files();
    expect(kept).toHaveLength(2);
    for (const file of kept) expect(file).toMatch(/unreadable/);
    expect(await readFile(join(folder(), kept[0] ?? ''))).toEqual(bytes);
    value(await store.rebase('a', { readers, readAt }));
    expect((await opened(started())).draft.counts.unchanged).toBe(4);
  });

  it('a draft of a newer version is refused and left as it is', async () => {
    await withThreeChanges();
    const future = checkedLine({ kind: 'draft', version: 2, generation: 9, seq: 5, baseReadAt: null, more: 'x' });
    await writeFile(join(folder(), 'draft.jsonl'), future);
    const before = await files();
    expect(await started().open('a')).toMatchObject({ ok: false, error: { code: 'corrupt-file', message: /newer/ } });
    expect(await files()).toEqual(before);
    expect(await readFile(join(folder(), 'draft.jsonl'), 'utf8')).toBe(future);
  });

  it('journals without their checkpoint are kept and told about', async () => {
    await withThreeChanges();
    await rm(join(folder(), 'draft.jsonl'));
    const { draft, notices } = await opened(started());
    expect(draft.rows.length).toBe(0);
    expect(notices).toMatchObject([{ code: 'corrupt-file' }]);
    expect((await files()).some((file) => file.includes('damaged'))).toBe(true);
  });

  it('a checkpoint left half-written by a crash is no part of the draft, and is removed', async () => {
    const draft = await withThreeChanges();
    const leftover = join(folder(), '.0b6b1c5e-5f6f-4b4e-9d43-0a7f2e3c4d5e.tmp');
    await writeFile(leftover, 'half');
    expect(toDraftFile((await opened(started())).draft)).toEqual(toDraftFile(draft));
    expect(await files()).not.toContain('.0b6b1c5e-5f6f-4b4e-9d43-0a7f2e3c4d5e.tmp');
  });
});

describe('a disk that does not take it', () => {
  it('leaves the draft as it was, on the screen and on disk, and works again afterwards', async () => {
    const draft = await withThreeChanges();
    await open[0]?.close();
    const store = started();
    expect((await opened(store)).draft.seq).toBe(draft.seq);
    // A folder where the next journal should be cannot be written to, whoever asks.
    const blocked = join(folder(), 'journal-2.jsonl');
    await mkdir(blocked);
    const [lost, afterIt] = await Promise.all([
      store.apply('a', draft.seq, rename(3, 'Lost')),
      store.apply('a', draft.seq + 1, rename(3, 'Lost too')),
    ]);
    expect(lost).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(afterIt.ok).toBe(false);
    expect((await opened(store)).draft).toEqual(draft);
    await rm(blocked, { recursive: true });
    const next = value(await store.apply('a', draft.seq, rename(3, 'Kept')));
    expect(toDraftFile((await opened(started())).draft)).toEqual(toDraftFile(next));
  });

  it('refuses a new base and keeps the old one', async () => {
    const draft = await withThreeChanges();
    const [store = started()] = open;
    await rm(join(folder(), 'draft.jsonl'));
    await mkdir(join(folder(), 'draft.jsonl', 'in the way'), { recursive: true });
    expect(await store.rebase('a', { readers: [], readAt })).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect((await opened(store)).draft).toEqual(draft);
  });
});

/** Puts the checkpoint of `withThreeChanges` back, without its journal. */
async function restoreCheckpoint(): Promise<Draft> {
  const store = started();
  return value(await store.rebase('a', { readers, readAt }));
}

/** Copies a draft's files as they would be found after a crash at this moment, while the store goes on compacting. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  // The checkpoint last: it may replace journals in the middle of the copying, as no crash could see it.
  for (const file of (await readdir(from)).sort().reverse()) {
    const bytes = await readFile(join(from, file)).catch(() => null);
    if (bytes && !file.endsWith('.tmp')) await writeFile(join(to, file), bytes);
  }
}
