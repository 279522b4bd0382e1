import { afterEach, describe, expect, test } from 'vitest';
import { createCamioClient } from '../../core/camio/client.ts';
import { encodeDeviceList } from '../../core/camio/device-list.ts';
import { firstGeneration, laterGeneration } from '../../core/camio/dialect.ts';
import { mayHaveActed } from '../../core/camio/failure.ts';
import type { HttpRequest, Send } from '../../core/camio/http.ts';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { createSend } from '../camio/send.ts';
import { type SimulatorServer, startSimulatorServer } from '../practice/simulator-server.ts';
import { nodeNet } from '../testing/fake-net.ts';

const token = 'a-token-for-tests';
const readers = campusReaders(12);
const body = encodeDeviceList([...readers, { id: 'new', name: 'New door' }], firstGeneration);
const eventBody = '{"device_id":"000001","timestamp":"2026-01-02T03:04:05.678Z","event_type":"forced open"}';

const servers: SimulatorServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(faults: readonly Fault[] = [], timeoutMs?: number) {
  const server = await startSimulatorServer({ state: simulatorState(readers), token, faults });
  servers.push(server);
  const send = createSend(nodeNet());
  const hurried: Send = (request: HttpRequest) => send({ ...request, timeoutMs: timeoutMs ?? request.timeoutMs });
  const client = createCamioClient({
    send: hurried,
    baseUrl: server.baseUrl,
    dialect: firstGeneration,
    authorization: `Bearer ${token}`,
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  });
  return { server, client };
}

const signal = () => new AbortController().signal;

describe('without faults', () => {
  test('reads the list', async () => {
    const { client } = await start();
    const list = await client.readList(signal());
    expect(list).toMatchObject({ ok: true, value: { readers, seenAs: 'readers', status: 200 } });
  });

  test('replaces the list with exactly the body given, authorized and as JSON', async () => {
    const { client, server } = await start();
    expect(await client.replaceList(body, signal())).toMatchObject({ ok: true, value: { status: 200 } });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: '/api/integrations/pacs/devices',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    expect(server.state().readers).toHaveLength(13);
  });

  test.each([firstGeneration, laterGeneration])('stores the list of the $preset', async (dialect) => {
    const { client, server } = await start();
    await client.replaceList(encodeDeviceList([{ id: '007', name: 'Gate' }], dialect), signal());
    expect(server.state().readers).toEqual([{ id: '007', name: 'Gate' }]);
  });

  test('reports an event and the time it was sent', async () => {
    const { client, server } = await start();
    const sent = await client.sendEvent(eventBody, signal());
    expect(sent).toMatchObject({ ok: true, value: { status: 200, sentAt: '2026-01-02T03:04:05.000Z' } });
    expect(server.state().events).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ path: '/api/integrations/pacs/webhooks', body: eventBody });
  });

  test('says whose account it is', async () => {
    const { client, server } = await start();
    expect(await client.whoAmI(signal())).toEqual({ ok: true, value: { email: 'practice@camio.example' } });
    expect(server.received[0]).toMatchObject({ method: 'GET', path: '/api/user' });
  });

  test('carries 20,000 readers there and back', async () => {
    const { client, server } = await start();
    const campus = campusReaders(20_000);
    await client.replaceList(encodeDeviceList(campus, firstGeneration), signal());
    expect(server.state().readers).toEqual(campus);
    expect(await client.readList(signal())).toMatchObject({ ok: true, value: { readers: campus } });
  });
});

describe('reading the list', () => {
  const html = '<!doctype html><title>Sign in</title>';
  /** By a clock an hour ahead of this computer's. */
  const inHalfAMinute = { Date: 'Fri, 02 Jan 2026 04:04:05 GMT', 'Retry-After': 'Fri, 02 Jan 2026 04:04:35 GMT' };
  const cases: readonly (readonly [name: string, fault: Fault, error: object])[] = [
    ['a web page', { kind: 'answer', status: 200, body: html }, { code: 'unreadable', excerpt: html }],
    ['an empty 200', { kind: 'answer', status: 200 }, { code: 'unreadable', why: 'The answer is empty.' }],
    ['204', { kind: 'answer', status: 204 }, { code: 'unreadable', why: 'The answer is 204: no content.' }],
    ['other JSON', { kind: 'answer', status: 200, body: '{"status":"ok"}' }, { code: 'unreadable' }],
    ['401', { kind: 'answer', status: 401, body: 'no' }, { code: 'unauthorized', status: 401, text: 'no' }],
    ['403', { kind: 'answer', status: 403 }, { code: 'unauthorized', status: 403 }],
    ['404', { kind: 'answer', status: 404 }, { code: 'not offered', status: 404 }],
    ['405', { kind: 'answer', status: 405 }, { code: 'not offered', status: 405 }],
    ['413', { kind: 'answer', status: 413 }, { code: 'rejected', status: 413 }],
    [
      '429 with seconds',
      { kind: 'answer', status: 429, headers: { 'Retry-After': '7' } },
      { code: 'rate limited', retryAfterMs: 7000 },
    ],
    [
      '429 with a date',
      { kind: 'answer', status: 429, headers: inHalfAMinute },
      { code: 'rate limited', retryAfterMs: 30_000 },
    ],
    ['429 without a wait', { kind: 'answer', status: 429 }, { code: 'rate limited', retryAfterMs: null }],
    ['500', { kind: 'answer', status: 500 }, { code: 'server error', status: 500, retryAfterMs: null }],
    [
      '503 with seconds',
      { kind: 'answer', status: 503, headers: { 'Retry-After': '40' } },
      { code: 'server error', status: 503, retryAfterMs: 40_000 },
    ],
    [
      'a redirect',
      { kind: 'answer', status: 302, headers: { location: 'http://elsewhere.example/x' } },
      { code: 'redirected', status: 302, target: 'http://elsewhere.example/x' },
    ],
    ['a connection cut', { kind: 'reset', commit: false }, { code: 'transport', failure: { kind: 'broken' } }],
    ['a body cut', { kind: 'reset mid-body' }, { code: 'transport', failure: { kind: 'broken', sent: true } }],
  ];
  test.each(cases)('%s is a failure, never a list', async (_name, fault, error) => {
    const { client, server } = await start([fault]);
    expect(await client.readList(signal())).toMatchObject({ ok: false, error });
    expect(server.received).toHaveLength(1);
  });

  test('20 MB end as "too large"', async () => {
    const { client } = await start([{ kind: 'huge body', bytes: 20 * 1024 * 1024 }]);
    expect(await client.readList(signal())).toMatchObject({
      ok: false,
      error: { code: 'transport', failure: { kind: 'too large', limitBytes: 16 * 1024 * 1024 } },
    });
  });

  test('the time limit covers a body that trickles', async () => {
    const { client } = await start([{ kind: 'slow body', chunkBytes: 1, pauseMs: 20 }], 150);
    expect(await client.readList(signal())).toMatchObject({
      error: { code: 'transport', failure: { kind: 'timeout' } },
    });
  });

  test('a slow body within the limit is read', async () => {
    const { client } = await start([{ kind: 'slow body', chunkBytes: 300, pauseMs: 5 }]);
    expect(await client.readList(signal())).toMatchObject({ ok: true, value: { readers } });
  });

  test('cancelling ends it', async () => {
    const { client, server } = await start([{ kind: 'hang', commit: false }]);
    const abort = new AbortController();
    const reading = client.readList(abort.signal);
    await expect.poll(() => server.received).toHaveLength(1);
    abort.abort();
    expect(await reading).toMatchObject({ error: { code: 'transport', failure: { kind: 'cancelled' } } });
  });

  test('nothing is asked with a signal that is already aborted', async () => {
    const { client, server } = await start();
    expect(await client.readList(AbortSignal.abort())).toMatchObject({
      error: { code: 'transport', failure: { kind: 'cancelled', sent: false } },
    });
    expect(server.received).toHaveLength(0);
  });

  test('an address where nothing listens is unreachable', async () => {
    const { client, server } = await start();
    await server.close();
    servers.splice(0);
    expect(await client.readList(signal())).toMatchObject({
      error: { code: 'transport', failure: { kind: 'unreachable', reason: 'refused' } },
    });
  });

  test('a wrong token is refused', async () => {
    const server = await startSimulatorServer({ state: simulatorState(readers), token: 'another' });
    servers.push(server);
    const client = createCamioClient({
      send: createSend(nodeNet()),
      baseUrl: server.baseUrl,
      dialect: firstGeneration,
      authorization: `Bearer ${token}`,
      now: () => 0,
    });
    expect(await client.readList(signal())).toMatchObject({ error: { code: 'unauthorized', status: 401 } });
  });
});

describe('writing', () => {
  test('a redirect is not followed, and nobody else sees the token', async () => {
    const elsewhere = await startSimulatorServer({ state: simulatorState([]), token });
    servers.push(elsewhere);
    const target = `${elsewhere.baseUrl}/devices`;
    const { client } = await start([{ kind: 'answer', status: 302, headers: { location: target } }]);
    const answer = await client.replaceList(body, signal());
    expect(answer).toEqual({ ok: false, error: { code: 'redirected', status: 302, target } });
    expect(elsewhere.received).toHaveLength(0);
  });

  test.each<[string, Fault, boolean]>([
    ['hangs after storing', { kind: 'hang', commit: true }, true],
    ['hangs before storing', { kind: 'hang', commit: false }, true],
    ['cuts the line after storing', { kind: 'reset', commit: true }, true],
    ['cuts the answer', { kind: 'reset mid-body' }, true],
    ['answers 500 after storing', { kind: 'commit, then answer', status: 500 }, true],
    ['answers 202', { kind: 'answer', status: 202 }, true],
    ['answers 422', { kind: 'answer', status: 422, body: 'device_id too long' }, false],
    ['answers 401', { kind: 'answer', status: 401 }, false],
    ['answers 429', { kind: 'answer', status: 429 }, false],
  ])('a server that %s: whether it may have acted is told, and nothing is sent twice', async (_name, fault, unsure) => {
    const { client, server } = await start([fault], 200);
    const answer = await client.replaceList(body, signal());
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(mayHaveActed(answer.error)).toBe(unsure);
    expect(server.received).toHaveLength(1);
  });

  test('a refused connection surely did not act', async () => {
    const { client, server } = await start();
    await server.close();
    servers.splice(0);
    const answer = await client.replaceList(body, signal());
    expect(answer.ok || mayHaveActed(answer.error)).toBe(false);
  });

  test('204 is accepted', async () => {
    const { client, server } = await start([{ kind: 'commit, then answer', status: 204 }]);
    expect(await client.replaceList(body, signal())).toMatchObject({ ok: true, value: { status: 204, answer: '' } });
    expect(server.state().readers).toHaveLength(13);
  });

  test('the server’s own words come along', async () => {
    const { client } = await start();
    expect(await client.sendEvent('{"device_id":"1","timestamp":"2026-01-02T03:04:05Z"}', signal())).toMatchObject({
      error: { code: 'rejected', status: 422, text: expect.stringContaining('At least one of event_type') },
    });
  });
});
