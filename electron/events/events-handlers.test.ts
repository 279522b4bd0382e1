import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { startDraft } from '../../core/draft/draft.ts';
import { everySentEvent } from '../../core/events/sent-event-filter.ts';
import type { SentEvent, TestEvent } from '../../core/events/test-event.ts';
import { fail, ok } from '../../core/result.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { createSend } from '../camio/send.ts';
import { createCamioAccounts } from '../connections/camio-accounts.ts';
import { type SimulatorServer, startSimulatorServer } from '../practice/simulator-server.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { createEventsHandlers } from './events-handlers.ts';

const token = 'a-token-for-tests';
const readers = [{ id: '00124', name: 'Turnstile 1' }];
const event: TestEvent = {
  readerId: '00124',
  timestamp: '2026-11-22T08:00:00.000Z',
  eventType: 'forced open',
  labels: ['reader-desk-1'],
  actorId: '',
  actorName: '',
};
const input = { connectionId: 'main', event, repeats: null };

let folder = '';
let server: SimulatorServer;
let copied = '';
/** Where the save dialog was asked to begin, and what it answers; null cancels it. */
let asked = '';
let saveTo: string | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'));
  server = await startSimulatorServer({ state: simulatorState(readers), token });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function handlers({ hasToken = true, faults = [] }: { hasToken?: boolean; faults?: readonly Fault[] } = {}) {
  server.setFaults(faults);
  const connection: Connection = {
    id: 'main',
    kind: 'camio',
    name: 'Main',
    baseUrl: server.baseUrl,
    dialect: firstGeneration,
    color: 'green',
    accountEmail: null,
  };
  const connections = { get: (id: string) => (id === 'main' ? connection : undefined), folder: () => folder };
  const missing = { code: 'token-missing', message: 'No token.', next: 'Enter one.' } as const;
  const secrets = { reveal: async () => (hasToken ? ok(token) : fail(missing)) };
  return createEventsHandlers({
    connections,
    accounts: createCamioAccounts({ connections, secrets, send: createSend(nodeNet()) }),
    drafts: { current: async () => ok(startDraft({ readers, readAt: '' })) },
    clipboard: {
      writeText: async (text) => {
        copied = text;
      },
    },
    dialog: {
      showSaveDialog: async (options: SaveDialogOptions) => {
        asked = options.defaultPath ?? '';
        return { canceled: saveTo === null, filePath: saveTo ?? '' };
      },
    },
    documents: () => '/documents',
    now: () => new Date('2026-11-22T08:00:00.000Z'),
  });
}

/** The newest events of the history. */
async function recorded(desk: Pick<ReturnType<typeof handlers>, 'history'>): Promise<readonly SentEvent[]> {
  const page = await desk.history({ connectionId: 'main', filter: everySentEvent, after: null });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.events;
}

describe('sending', () => {
  test('posts exactly the recorded body and records what came of it', async () => {
    const sent = await handlers().send(input);
    expect(sent).toMatchObject({
      ok: true,
      value: { readerName: 'Turnstile 1', event, repeats: null, outcome: { kind: 'accepted', status: 200 } },
    });
    expect(server.received).toHaveLength(1);
    expect(sent.ok && server.received[0]?.body).toBe(sent.ok && sent.value.body);
    expect(await recorded(handlers())).toEqual([sent.ok && sent.value]);
  });

  test('again makes a new record that names the first', async () => {
    const desk = handlers();
    const first = await desk.send(input);
    if (!first.ok) throw new Error(first.error.message);
    const again = await desk.send({ ...input, repeats: first.value.id });
    expect(again).toMatchObject({ ok: true, value: { repeats: first.value.id } });
    expect(again.ok && again.value.id).not.toBe(first.value.id);
    expect(server.state().events).toHaveLength(2);
  });

  test('the same event twice at once is sent once', async () => {
    const desk = handlers({ faults: [{ kind: 'latency', ms: 50 }] });
    const [first, second] = await Promise.all([desk.send(input), desk.send(input)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(server.received).toHaveLength(1);
  });

  test.each<[string, Fault, object]>([
    ['422', { kind: 'answer', status: 422, body: 'no' }, { kind: 'refused', status: 422, error: { detail: 'no' } }],
    ['401', { kind: 'answer', status: 401 }, { kind: 'refused', status: 401, error: { code: 'unauthorized' } }],
    ['429', { kind: 'answer', status: 429 }, { kind: 'refused', status: 429, error: { code: 'rate-limited' } }],
    [
      'a redirect',
      { kind: 'answer', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      { kind: 'refused', status: 302, error: { code: 'redirected' } },
    ],
    ['503', { kind: 'answer', status: 503 }, { kind: 'unknown', error: { code: 'server-error' } }],
    ['a cut line', { kind: 'reset', commit: true }, { kind: 'unknown', error: { code: 'outcome-unknown' } }],
  ])('%s ends in a record, and nothing is tried again', async (_what, fault, outcome) => {
    const desk = handlers({ faults: [fault] });
    const sent = await desk.send(input);
    expect(sent).toMatchObject({ ok: true, value: { outcome } });
    expect(server.received).toHaveLength(1);
    expect(await recorded(desk)).toEqual([sent.ok && sent.value]);
  });
});

describe('the history', () => {
  test('is exported as filtered, oldest first', async () => {
    const desk = handlers();
    const ajar = { ...input, event: { ...event, eventType: 'entry ajar' as const } };
    for (const each of [input, ajar, { ...input, event: { ...event, labels: ['later'] } }]) await desk.send(each);
    saveTo = join(folder, 'events.json');
    const filter = { ...everySentEvent, eventType: 'forced open' as const };
    const saved = await desk.export({ connectionId: 'main', filter, format: 'json' });
    expect(saved).toMatchObject({ ok: true, value: { kind: 'saved', path: saveTo, rows: 2 } });
    expect(asked).toBe('/documents/Main - sent events - 2026-11-22.json');
    const { events } = JSON.parse(await readFile(saveTo, 'utf8'));
    expect(events.map((each: SentEvent) => each.event.labels)).toEqual([['reader-desk-1'], ['later']]);

    saveTo = null;
    expect(await desk.export({ connectionId: 'main', filter, format: 'csv' })).toEqual({
      ok: true,
      value: { kind: 'cancelled' },
    });
  });
});

describe('nothing is sent and nothing recorded', () => {
  test.each([
    ['an event that says nothing', { ...input, event: { ...event, eventType: null, labels: [] } }, 'invalid-input'],
    ['a connection that is gone', { ...input, connectionId: 'other' }, 'not-found'],
    ['a repeat of an unknown record', { ...input, repeats: 'gone' }, 'not-found'],
  ])('for %s', async (_what, wrong, code) => {
    const desk = handlers();
    expect(await desk.send(wrong)).toMatchObject({ ok: false, error: { code } });
    expect(server.received).toHaveLength(0);
    expect(await recorded(desk)).toEqual([]);
  });

  test('without a token', async () => {
    const desk = handlers({ hasToken: false });
    expect(await desk.send(input)).toMatchObject({ ok: false, error: { code: 'token-missing' } });
    expect(await recorded(desk)).toEqual([]);
  });
});

test('the curl command goes to the clipboard without the token', async () => {
  await handlers().copyAsCurl({ connectionId: 'main', event });
  expect(copied).toContain(`'${server.baseUrl}/webhooks'`);
  expect(copied).toContain('$CAMIO_TOKEN');
  expect(copied).not.toContain(token);
});
