import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCamioClient } from '../../core/camio/client.ts';
import { encodeDeviceList } from '../../core/camio/device-list.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { parseLossless } from '../../core/camio/lossless.ts';
import type { ReceivedRequest } from '../../core/practice/practice.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { ok } from '../../core/result.ts';
import { simulatorState, withEvents } from '../../core/simulator/simulator.ts';
import { createSend } from '../camio/send.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { value } from '../testing/workspace.ts';
import { createPractice, type Practice, type StartedPractice } from './practice.ts';
import { createPracticeHandlers } from './practice-handlers.ts';
import { createPracticeStore } from './practice-store.ts';
import { startSimulatorServer } from './simulator-server.ts';

const oddReaders: Reader[] = [
  { id: '007', name: 'Zürich “Süd”', extra: { floor: { isLosslessNumber: true, value: '1.0' } } },
  { id: '8', name: '' },
];

let folder = '';
const running: Practice[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-'));
});
afterEach(async () => {
  for (const practice of running.splice(0)) await practice.stop();
  await rm(folder, { recursive: true });
});

function create(): { practice: Practice; emitted: ReceivedRequest[] } {
  const emitted: ReceivedRequest[] = [];
  const practice = createPractice({
    folder,
    emit: (name, payload) => {
      if (name === 'practiceReceived' && 'bodyBytes' in payload) emitted.push(payload);
    },
  });
  running.push(practice);
  return { practice, emitted };
}

async function started(practice: Practice): Promise<StartedPractice> {
  const result = await practice.start();
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function clientOf({ baseUrl, token }: StartedPractice) {
  const authorization = `Bearer ${token}`;
  return createCamioClient({
    send: createSend(nodeNet()),
    baseUrl,
    dialect: firstGeneration,
    authorization,
    now: Date.now,
  });
}

const signal = () => new AbortController().signal;

test('starts once, as a Camio with 240 readers that takes its own token only', async () => {
  const { practice } = create();
  expect(practice.status()).toEqual({ running: false, baseUrl: null, readers: 0, received: [] });
  const [first, second] = await Promise.all([started(practice), started(practice)]);
  expect(second).toEqual(first);
  expect(practice.status()).toMatchObject({ running: true, baseUrl: first.baseUrl, readers: 240 });
  expect(await clientOf(first).readList(signal())).toMatchObject({ ok: true });
  expect(await clientOf({ ...first, token: 'another' }).readList(signal())).toMatchObject({ ok: false });
});

test('keeps what was pushed over a restart, at the same address but with a new token', async () => {
  const { practice } = create();
  const first = await started(practice);
  await clientOf(first).replaceList(encodeDeviceList(oddReaders, firstGeneration), signal());
  await practice.stop();
  const second = await started(create().practice);
  expect(second.baseUrl).toBe(first.baseUrl);
  expect(second.token).not.toBe(first.token);
  expect(await clientOf(second).readList(signal())).toMatchObject({ ok: true, value: { readers: oddReaders } });
});

test('takes another port where its own is in use', async () => {
  const { practice } = create();
  const first = await started(practice);
  await practice.stop();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(Number(new URL(first.baseUrl).port), '127.0.0.1', resolve));
  const second = await started(create().practice);
  expect(second.baseUrl).not.toBe(first.baseUrl);
  expect(await clientOf(second).readList(signal())).toMatchObject({ ok: true });
  await new Promise((resolve) => squatter.close(resolve));
});

test('shows what it received, newest first and cut short, never with the token', async () => {
  const { practice, emitted } = create();
  const account = await started(practice);
  const client = clientOf(account);
  const body = encodeDeviceList([{ id: '1', name: 'x'.repeat(9_000) }], firstGeneration);
  await client.readList(signal());
  await client.replaceList(body, signal());
  const { received } = practice.status();
  expect(received).toMatchObject([
    { number: 2, method: 'POST', path: '/api/integrations/pacs/devices', status: 200, bodyBytes: body.length },
    { number: 1, method: 'GET', path: '/api/integrations/pacs/devices', status: 200, bodyBytes: 0, body: '' },
  ]);
  expect(received[0]?.body).toBe(`${body.slice(0, 4_000)}…`);
  expect(emitted).toEqual([...received].reverse());
  expect(JSON.stringify([received, practice.status()])).not.toContain(account.token);
  expect(await readFile(join(folder, 'practice.json'), 'utf8')).not.toContain(account.token);
});

test('reset puts the first list back and forgets what was received', async () => {
  const { practice } = create();
  const client = clientOf(await started(practice));
  await client.replaceList('{"readers":[]}', signal());
  const stopWatching = vi.fn(async () => {});
  expect(await createPracticeHandlers(practice, stopWatching).reset(undefined)).toMatchObject({
    ok: true,
    value: { running: true, readers: 240, received: [] },
  });
  expect(stopWatching).toHaveBeenCalledTimes(1);
  await practice.stop();
  await started(practice);
  expect(practice.status().readers).toBe(240);
});

test('a reset while a list is being kept comes after it, on disk as in memory', async () => {
  const first = simulatorState([{ id: '1', name: 'Door' }]);
  let onDisk = first;
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const saving: unknown[] = [];
  const server = await startSimulatorServer({
    state: first,
    token: 't',
    async save(state) {
      saving.push(state);
      if (saving.length === 1) await isHeld;
      onDisk = state;
      return ok(undefined);
    },
  });
  const pushed = clientOf({ baseUrl: server.baseUrl, token: 't', notices: [] }).replaceList('{"readers":[]}', signal());
  await vi.waitUntil(() => saving.length === 1);
  const reset = server.replaceState(first);
  letGo();
  expect(await pushed).toMatchObject({ ok: true });
  expect(await reset).toEqual(ok(undefined));
  expect(server.state()).toBe(first);
  expect(onDisk).toBe(first);
  await server.close();
});

test('a list that cannot be kept is refused, and the former one stays', async () => {
  const { practice } = create();
  const client = clientOf(await started(practice));
  await rm(folder, { recursive: true });
  await writeFile(folder, 'a file where the folder should be');
  expect(await client.replaceList('{"readers":[]}', signal())).toMatchObject({
    error: { code: 'server error', status: 500, text: expect.stringContaining('practice.json') },
  });
  expect(practice.status().readers).toBe(240);
});

test('a damaged file is set aside and said so', async () => {
  await writeFile(join(folder, 'practice.json'), '{"version":1,"port":');
  const { notices } = await started(create().practice);
  expect(notices).toMatchObject([{ code: 'corrupt-file' }]);
  const aside = (await readdir(folder)).find((name) => name.includes('unreadable'));
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe('{"version":1,"port":');
});

describe('events', () => {
  const eventOf = (number: number) =>
    `{"device_id":"r${number}","event_type":"forced open","timestamp":"2026-01-02T03:04:05.000Z","weight":1.0}`;
  const fileNames = async () => (await readdir(folder)).filter((name) => !name.startsWith('.'));

  test('are on disk before they are answered, without writing the whole account anew for each', async () => {
    const account = await started(create().practice);
    const client = clientOf(account);
    const before = await readFile(join(folder, 'practice.json'), 'utf8');
    for (let number = 1; number <= 3; number += 1)
      expect(await client.sendEvent(eventOf(number), signal())).toMatchObject({ ok: true });
    expect(await readFile(join(folder, 'practice.json'), 'utf8')).toBe(before);
    // A second one on the same folder reads what a killed one would have left.
    const store = createPracticeStore(folder);
    const read = value(await store.read(new Date()));
    expect(read.notices).toEqual([]);
    expect(read.kept?.state.events).toEqual([1, 2, 3].map((number) => parseLossless(eventOf(number))));
  });

  test('outlive restarts and a changed list, the last thousand of them, and leave one journal behind', async () => {
    const store = createPracticeStore(folder);
    let state = simulatorState([{ id: '1', name: 'Door' }]);
    for (let number = 1; number <= 1_200; number += 1) {
      state = withEvents(state, [{ device_id: `r${number}` }]);
      if (number === 700) state = { ...state, readers: [{ id: '2', name: 'Gate' }] };
      value(await store.write({ port: 1, state }));
    }
    await store.close();
    const kept = value(await createPracticeStore(folder).read(new Date())).kept;
    expect(kept).toEqual({ port: 1, state });
    expect(kept?.state.events).toHaveLength(1_000);
    expect(await fileNames()).toHaveLength(2);
  }, 60_000);

  test('are those before the damage where their journal is damaged, which is set aside and said', async () => {
    const store = createPracticeStore(folder);
    let state = simulatorState([]);
    value(await store.write({ port: 1, state }));
    for (const event of [{ number: '0' }, { number: '1' }, { number: '2' }]) {
      state = withEvents(state, [event]);
      value(await store.write({ port: 1, state }));
    }
    await store.close();
    const [journal = ''] = (await fileNames()).filter((name) => name.startsWith('practice-events-'));
    const text = await readFile(join(folder, journal), 'utf8');
    await writeFile(join(folder, journal), text.slice(0, -8));
    expect(value(await createPracticeStore(folder).read(new Date()))).toMatchObject({
      kept: { state: { events: [{}, {}] } },
      notices: [],
    });
    await writeFile(join(folder, journal), text.replace('"number":"1"', '"number":"X"'));
    const { kept, notices } = value(await createPracticeStore(folder).read(new Date()));
    expect(kept?.state.events).toEqual([{ number: '0' }]);
    expect(notices).toMatchObject([{ code: 'corrupt-file' }]);
    expect((await fileNames()).some((name) => name.startsWith(`${journal}.damaged-`))).toBe(true);
  });
});
