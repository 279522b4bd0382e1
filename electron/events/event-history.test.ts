import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { checkedLine } from '../store/checked-lines.ts';
import { type EventHistory, openEventHistory } from './event-history.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-history-'));
  path = join(folder, 'connection', 'events.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const accepted: SentEventOutcome = { kind: 'accepted', status: 200, latencyMs: 12, answer: '{}' };

function record(id: string): SentEvent {
  return {
    id,
    sentAt: '2026-11-22T08:00:00.000Z',
    event: {
      readerId: '00124',
      timestamp: '2026-11-22T08:00:00.000Z',
      eventType: 'forced open',
      labels: ['Zürich 🚪\n'],
      actorId: '',
      actorName: '',
    },
    readerName: 'Turnstile 1',
    body: '{}',
    outcome: { kind: 'sending' },
    repeats: null,
  };
}

async function opened(): Promise<EventHistory> {
  const history = await openEventHistory(path, () => new Date());
  if (!history.ok) throw new Error(history.error.message);
  return history.value;
}

test('a new history is empty and makes no file', async () => {
  expect((await opened()).records()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('what was begun and finished is there after a restart, newest first', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await history.begin({ ...record('b'), repeats: 'a' });
  await history.finish('a', accepted);
  await history.finish('b', accepted);
  const expected = [
    { ...record('b'), repeats: 'a', outcome: accepted },
    { ...record('a'), outcome: accepted },
  ];
  expect(history.records()).toEqual(expected);
  expect((await opened()).records()).toEqual(expected);
});

test('an event is on disk as being sent before it can be sent', async () => {
  await (await opened()).begin(record('a'));
  expect(await readFile(path, 'utf8')).toContain('"id":"a"');
});

test('what was in flight when the app ended is unknown', async () => {
  const history = await opened();
  await history.begin(record('a'));
  expect(history.records()[0]?.outcome).toEqual({ kind: 'sending' });
  expect((await opened()).records()).toMatchObject([
    { id: 'a', outcome: { kind: 'unknown', latencyMs: null, error: { code: 'outcome-unknown' } } },
  ]);
});

test('cut anywhere it opens with what was whole, and goes on from there', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await history.finish('a', accepted);
  await history.begin(record('b'));
  const bytes = await readFile(path);
  // Every 13th byte, and each of those around the line ends.
  const nearLineEnd = (at: number) => bytes.subarray(Math.max(0, at - 2), at + 2).includes('\n');
  for (let length = 0; length <= bytes.length; length += 1) {
    if (length % 13 !== 0 && !nearLineEnd(length)) continue;
    await writeFile(path, bytes.subarray(0, length));
    const cut = await opened();
    const ids = cut.records().map(({ id }) => id);
    await cut.begin(record('c'));
    const after = (await opened()).records().map(({ id }) => id);
    expect(after).toEqual(['c', ...ids]);
  }
});

test('a damaged line: the file is kept as a copy, said once, and the rest goes on', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await history.begin(record('b'));
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/\n(?=.*"id":"b")/, '\n{"kind":"sending","record":{"id":7}}\n'));
  const damaged = await readFile(path);

  const refused = await openEventHistory(path, () => new Date());
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'corrupt-file', message: expect.stringContaining('2 events') },
  });
  expect((await opened()).records().map(({ id }) => id)).toEqual(['b', 'a']);
  const aside = (await readdir(join(folder, 'connection'))).find((name) => name.includes('damaged'));
  expect(await readFile(join(folder, 'connection', aside ?? ''))).toEqual(damaged);
});

test('a changed byte within a line is noticed', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await history.begin(record('b'));
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('Turnstile 1', 'Turnstile 7'));
  expect(await openEventHistory(path, () => new Date())).toMatchObject({ ok: false, error: { code: 'corrupt-file' } });
  expect((await opened()).records().map(({ id }) => id)).toEqual(['b']);
});

test('zeros that a power cut left at the end are cut off', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await appendFile(path, `${'\0'.repeat(40)}\n`);
  await (await opened()).begin(record('b'));
  expect((await opened()).records().map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a file of version 1, whose lines had no checks, goes on with them; a torn last line is left out', async () => {
  const lines = [
    { kind: 'reader-desk events', version: 1 },
    { kind: 'sending', record: record('a') },
    { kind: 'outcome', id: 'a', outcome: accepted },
    { kind: 'sending', record: record('b') },
  ];
  await mkdir(join(folder, 'connection'));
  await writeFile(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"kind":"outc`);
  const ids = (history: EventHistory) => history.records().map(({ id, outcome }) => [id, outcome.kind]);
  const history = await opened();
  expect(ids(history)).toEqual([
    ['b', 'unknown'],
    ['a', 'accepted'],
  ]);
  await history.begin(record('c'));
  expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{8} {"kind":"reader-desk events","version":2}\n/);
  expect(ids(await opened()).map(([id]) => id)).toEqual(['c', 'b', 'a']);
});

test('a file of a newer version is refused and left as it is', async () => {
  await mkdir(join(folder, 'connection'));
  const text = checkedLine({ kind: 'reader-desk events', version: 3 }) + checkedLine({ kind: 'something new' });
  await writeFile(path, text);
  const refused = await openEventHistory(path, () => new Date());
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'corrupt-file', message: expect.stringContaining('newer') },
  });
  expect(await readFile(path, 'utf8')).toBe(text);
  expect(await readdir(join(folder, 'connection'))).toHaveLength(1);
});

test('lines that a power cut left of a write that never ended are left out, and nothing is said', async () => {
  const history = await opened();
  await history.begin(record('a'));
  const { size } = await stat(path);
  await Promise.all([history.begin(record('b')), history.begin(record('c')), history.begin(record('d'))]);
  const bytes = await readFile(path);
  bytes.fill(0, size, bytes.indexOf('"id":"c"'));
  await writeFile(path, bytes);
  expect((await opened()).records().map(({ id }) => id)).toEqual(['a']);
  expect(await readdir(join(folder, 'connection'))).toHaveLength(1);
});

test('where nothing can be written, beginning is refused and the event is not in the history', async () => {
  await writeFile(join(folder, 'connection'), 'a file where the folder should be');
  const blocked = await openEventHistory(path, () => new Date());
  if (blocked.ok) {
    expect(await blocked.value.begin(record('a'))).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(blocked.value.records()).toEqual([]);
  } else expect(blocked.error.code).toBe('disk');
});

test('a file that was removed, or replaced by a copy, is written anew with all there was', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await history.finish('a', accepted);
  await history.begin(record('b'));
  await rm(join(folder, 'connection'), { recursive: true });
  expect(await history.finish('b', accepted)).toEqual({ ok: true, value: undefined });
  await cp(path, `${path}.copy`);
  await rename(`${path}.copy`, path);
  expect(await history.begin(record('c'))).toEqual({ ok: true, value: undefined });
  const ids = (await opened()).records().map(({ id, outcome }) => [id, outcome.kind]);
  expect(ids).toEqual([
    ['c', 'unknown'],
    ['b', 'accepted'],
    ['a', 'accepted'],
  ]);
});

test('after its connection was deleted nothing is written', async () => {
  const history = await opened();
  await history.begin(record('a'));
  await history.close();
  await rm(join(folder, 'connection'), { recursive: true });
  expect(await history.finish('a', accepted)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await readdir(folder)).toEqual([]);
});
