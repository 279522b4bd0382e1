import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Retention } from '../../core/history/retention.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { anyReader } from '../../core/testing/any-reader.ts';
import { cases } from '../../core/testing/cases.ts';
import { checkedLine } from '../store/checked-lines.ts';
import { createSnapshots } from './snapshots.ts';

const lobby: Reader = { id: '001', name: 'Lobby' };
const dock: Reader = { id: '002', name: 'Dock', extra: { floor: { isLosslessNumber: true, value: '1.0' } } };

const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T08:00:00.000Z`;
const forever: Retention = { keepSnapshots: 200, keepSnapshotsDays: 365 };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'reader-desk-snapshots-'));
});
afterEach(() => rm(root, { recursive: true }));

function start(retention = forever, today = at(31)) {
  const removed: number[] = [];
  const snapshots = createSnapshots({
    connections: { folder: (id) => join(root, id) },
    retention: () => retention,
    now: () => new Date(today),
    onRemoved: (_connectionId, count) => void removed.push(count),
  });
  const take = async (day: number, readers: readonly Reader[]) => {
    expect(await snapshots.take('a', { readers, readAt: at(day) }, 'on demand')).toMatchObject({ ok: true });
  };
  const list = async () => {
    const listed = await snapshots.list('a');
    if (!listed.ok) throw new Error(listed.error.message);
    return listed.value;
  };
  const check = async () => {
    const checked = await snapshots.check('a');
    if (!checked.ok) throw new Error(checked.error.message);
    return checked.value;
  };
  return { snapshots, take, list, check, removed };
}

const folder = () => join(root, 'a', 'snapshots');

describe('snapshots', () => {
  it('are listed newest first, with the changes against the one before', async () => {
    const { snapshots, take, list } = start();
    expect(await list()).toEqual([]);
    await take(1, [lobby, dock]);
    await take(2, [{ ...lobby, name: 'Entrance' }]);
    await snapshots.take('a', { readers: [], readAt: at(3) }, 'before a push');
    expect(await list()).toMatchObject([
      { kind: 'whole', readAt: at(3), reason: 'before a push', readers: 0, changes: { removed: 1, unchanged: 0 } },
      { kind: 'whole', readAt: at(2), readers: 1, changes: { renamed: 1, removed: 1 } },
      { kind: 'whole', readAt: at(1), reason: 'on demand', readers: 2, changes: null },
    ]);
  });

  it('give back the list they were taken of, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyReader, { maxLength: 5 }), async (readers) => {
        await rm(folder(), { recursive: true, force: true });
        const { snapshots, take, list } = start();
        await take(1, readers);
        const [taken] = await list();
        // Through JSON: a field called `__proto__` is data on both sides.
        const read = await snapshots.read('a', taken?.id ?? '');
        expect(JSON.stringify(read)).toBe(JSON.stringify({ ok: true, value: { readers, readAt: at(1) } }));
      }),
      { numRuns: cases(40) },
    );
  });

  it('span several lines of a file where the list is long', async () => {
    const { snapshots, take, list } = start();
    const readers = campusReaders(4_500);
    await take(1, readers);
    const [taken] = await list();
    expect(taken).toMatchObject({ kind: 'whole', readers: 4_500 });
    expect(await snapshots.read('a', taken?.id ?? '')).toEqual({ ok: true, value: { readers, readAt: at(1) } });
  });

  it.each<[string, (text: string) => string]>([
    ['a changed letter', (text) => text.replace('Lobby', 'Lobbx')],
    ['its end cut off', (text) => text.slice(0, -20)],
    ['a line taken out', (text) => text.replace(/^.*"part":"readers".*\n/m, '')],
    ['nothing in it', () => ''],
  ])('with %s are damaged: said in the list, refused for reading', async (_what, damage) => {
    const { snapshots, take, list, check } = start();
    await take(1, [lobby, dock]);
    const [taken] = await list();
    const path = join(folder(), `${taken?.id}.jsonl`);
    await writeFile(path, damage(await readFile(path, 'utf8')));
    expect(await check()).toEqual([{ kind: 'damaged', id: taken?.id, readAt: at(1) }]);
    // Checking it once is enough.
    expect(await list()).toEqual(await check());
    const refused = await snapshots.read('a', taken?.id ?? '');
    expect(refused).toMatchObject({ ok: false, error: { code: 'corrupt-file' } });
    expect(JSON.stringify(refused)).toContain(path);
    await take(2, [lobby]);
    expect(await check()).toMatchObject([{ kind: 'whole', changes: null }, { kind: 'damaged' }]);
  });

  it('are removed once they are beyond the number and the days, the newest never', async () => {
    const { take, list, removed } = start({ keepSnapshots: 2, keepSnapshotsDays: 10 });
    for (const day of [1, 2, 3]) await take(day, [lobby]);
    expect((await list()).map(({ readAt }) => readAt)).toEqual([at(3), at(2)]);
    expect(removed).toEqual([1]);
    for (const day of [29, 30, 31]) await take(day, [lobby]);
    expect((await list()).map(({ readAt }) => readAt)).toEqual([at(31), at(30), at(29)]);
    expect(removed).toEqual([1, 1, 1]);
  });

  it('that cannot be read hide none of the others', async () => {
    const { take, list, check } = start();
    for (const day of [1, 2, 3]) await take(day, [lobby]);
    const [, second] = await list();
    const path = join(folder(), `${second?.id}.jsonl`);
    await rm(path);
    await mkdir(path);
    const expected = [{ kind: 'whole' }, { kind: 'unreadable', id: second?.id }, { kind: 'whole' }];
    expect(await list()).toMatchObject(expected);
    expect(await check()).toMatchObject(expected);
  });

  it('of a newer version are listed as such and left alone', async () => {
    const { snapshots, take, list, check } = start();
    await take(1, [lobby]);
    const [taken] = await list();
    const text = checkedLine({ kind: 'snapshot', version: 2 }) + checkedLine({ part: 'end' });
    await writeFile(join(folder(), `${taken?.id}.jsonl`), text);
    expect(await check()).toMatchObject([{ kind: 'newer', id: taken?.id }]);
    expect(await snapshots.read('a', taken?.id ?? '')).toMatchObject({
      ok: false,
      error: { code: 'corrupt-file', message: expect.stringContaining('newer') },
    });
  });

  it('are listed from their first lines alone, however long they are', async () => {
    const { take, list, check } = start();
    await take(1, campusReaders(2_000));
    const [name = ''] = await readdir(folder());
    const text = await readFile(join(folder(), name), 'utf8');
    await writeFile(join(folder(), name), `${text.slice(0, text.indexOf('\n') + 1)}not a line of a snapshot`);
    expect(await list()).toMatchObject([{ kind: 'whole', readers: 2_000 }]);
    expect(await check()).toMatchObject([{ kind: 'damaged' }]);
  });

  it('leave alone what is not a snapshot', async () => {
    await mkdir(folder(), { recursive: true });
    await writeFile(join(folder(), 'notes.txt'), 'mine');
    const { take, list } = start({ keepSnapshots: 1, keepSnapshotsDays: 1 });
    await take(1, [lobby]);
    await take(2, [lobby]);
    expect(await list()).toHaveLength(1);
    expect(await readdir(folder())).toContain('notes.txt');
  });

  it('that are gone are refused by name', async () => {
    const { snapshots } = start();
    expect(await snapshots.read('a', '2026-01-01T08-00-00.000Z-00000000')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('that cannot be written say so', async () => {
    await mkdir(join(root, 'a'));
    await writeFile(folder(), 'a file in the way');
    const { snapshots } = start();
    expect(await snapshots.take('a', { readers: [lobby], readAt: at(1) }, 'on demand')).toMatchObject({
      ok: false,
      error: { code: 'disk' },
    });
  });
});
