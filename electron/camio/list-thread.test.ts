import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeDeviceList, type ParseList, parseDeviceList } from '../../core/camio/device-list.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import { type BuiltProgram, buildProgram } from '../testing/built-program.ts';
import { createParseList } from './list-thread.ts';

let thread: BuiltProgram;
beforeAll(async () => {
  thread = await buildProgram(join(import.meta.dirname, 'list-worker.ts'));
}, 60_000);
afterAll(() => thread.remove());

const megabytes16 = 16 * 1024 * 1024;
/** From bytes, as answers come: a text put together from pieces is copied at its first use. */
const longAnswer = (piece: string, start: string, end: string) =>
  Buffer.from(`${start}${piece.repeat(Math.floor((megabytes16 - 1_000) / piece.length))}${end}`).toString();

/** The result, how often main was free meanwhile, and how much its memory grew at most. */
async function watched(parse: ParseList, text: string) {
  const before = process.memoryUsage.rss();
  let most = before;
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    most = Math.max(most, process.memoryUsage.rss());
  }, 1);
  const list = await parse(text, 'readers');
  clearInterval(timer);
  return { list, turns, grewMb: (most - before) / 1e6 };
}

it('reads a long list as it is read at once, with main free meanwhile', async () => {
  const text = encodeDeviceList(campusReaders(60_000), firstGeneration);
  const { list, turns } = await watched(createParseList(thread.url), text);
  expect(list).toEqual(parseDeviceList(text));
  expect(turns).toBeGreaterThan(3);
});

it('reads a long part of a list as it is read at once', async () => {
  const list = encodeDeviceList(campusReaders(10_000), firstGeneration);
  const text = `${list.slice(0, -1)},"next":"page 2"}`;
  const read = await createParseList(thread.url)(text, 'readers');
  expect(read).toMatchObject({ ok: false, error: { part: { keys: ['next'] } } });
  expect(read).toEqual(parseDeviceList(text));
});

it.each([
  ['numbers', longAnswer('1,', '[', '1]')],
  ['empty lists', longAnswer('[],', '[', '[]]')],
  ['empty readers', longAnswer('{},', '{"readers":[', '{}]}')],
  ['tiny readers', longAnswer('{"device_id":"1"},', '[', '{"device_id":"1"}]')],
  ['a reader with many numbers', longAnswer('"a":1,', '[{"device_id":"1",', '"b":2}]')],
  ['levels', longAnswer('[', '', '')],
  ['one long name', longAnswer('x', '[{"device_id":"1","device_name":"', '"}]')],
  ['broken JSON', longAnswer('"', '', '')],
])('refuses 16 MB of %s in a sentence, with main free and its memory bounded', async (_what, text) => {
  const { list, turns, grewMb } = await watched(createParseList(thread.url), text);
  expect(list).toMatchObject({ ok: false, error: { why: expect.stringMatching(/^[A-Z].+\.$/) } });
  expect(turns).toBeGreaterThan(3);
  expect(grewMb).toBeLessThan(400);
});

it.each([
  ['time', { answerMs: 50, memoryMb: 320 }],
  ['memory', { answerMs: 20_000, memoryMb: 16 }],
])('ends a thread that takes too much %s', async (_what, limits) => {
  const text = encodeDeviceList(campusReaders(100_000), firstGeneration);
  const list = await createParseList(thread.url, limits)(text, 'readers');
  expect(list).toMatchObject({ ok: false, error: { why: expect.stringContaining('more time or memory') } });
});
