import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campusReaders } from '../../core/simulator/campus.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { type SimulatorServer, startSimulatorServer } from './simulator-server.ts';

const token = 'the-token';
const right = { authorization: `Bearer ${token}` };
let server: SimulatorServer;
beforeEach(async () => {
  server = await startSimulatorServer({ state: simulatorState(campusReaders(3)), token, keptBytes: 1_000_000 });
});
afterEach(() => server.close());

/** The status of one request; with `claimedBytes`, of one whose body never comes. */
async function ask(
  headers: OutgoingHttpHeaders,
  { method = 'POST', body = '', claimedBytes = 0, path = '/api/integrations/pacs/devices' } = {},
): Promise<number | undefined> {
  const length = claimedBytes > 0 ? { 'content-length': claimedBytes } : {};
  const outgoing = request({ host: '127.0.0.1', port: server.port, path, method, headers: { ...length, ...headers } });
  // A server that has answered need not take the rest of the body.
  outgoing.on('error', () => {});
  outgoing.on('socket', (socket) => socket.once('error', () => {}));
  if (claimedBytes > 0) outgoing.flushHeaders();
  else outgoing.end(body);
  const [response]: IncomingMessage[] = await once(outgoing, 'response');
  response?.on('error', () => {}).resume();
  if (claimedBytes > 0) outgoing.destroy();
  return response?.statusCode;
}

describe("a request that is not the app's", () => {
  const strangers: readonly (readonly [string, OutgoingHttpHeaders, number])[] = [
    ['of a web page', { origin: 'https://evil.example' }, 403],
    ['of a web page with the token', { ...right, origin: 'https://evil.example' }, 403],
    ['of a sandboxed page', { ...right, origin: 'null' }, 403],
    ['of a page that hides its origin', { ...right, 'sec-fetch-site': 'cross-site' }, 403],
    ['to a name that leads here', { ...right, host: 'rebound.example' }, 403],
    ["to another port's name", { ...right, host: '127.0.0.1:1' }, 403],
    ['without a token', {}, 401],
    ['with another token', { authorization: 'Bearer another' }, 401],
    ['with the token and more', { authorization: `Bearer ${token}x` }, 401],
  ];
  it.each(strangers)('%s is refused before its body, and nothing of it is kept', async (_what, headers, status) => {
    const secret = 'x'.repeat(4_000);
    expect(await ask({ ...headers, 'x-secret': secret }, { claimedBytes: 30_000_000 })).toBe(status);
    expect(await ask({ ...headers, 'x-secret': secret }, { body: secret, path: `/${secret}` })).not.toBe(200);
    expect(JSON.stringify(server.received)).not.toContain('x'.repeat(300));
    expect(server.state().readers).toHaveLength(3);
  });

  it('does not cost memory, however many and long they are', async () => {
    const before = process.memoryUsage.rss();
    const body = 'x'.repeat(8_000_000);
    for (let sent = 0; sent < 20; sent += 1) expect(await ask({}, { body })).toBe(401);
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(150);
    expect(
      server.received.every(({ bodyBytes, headers }) => bodyBytes === 0 && Object.keys(headers).length === 0),
    ).toBe(true);
  });
});

describe("the app's own requests", () => {
  it('are kept up to a number of bytes, the newest of them', async () => {
    for (let number = 1; number <= 8; number += 1) {
      const body = JSON.stringify([{ device_id: String(number), device_name: 'x'.repeat(300_000) }]);
      expect(await ask(right, { body })).toBe(number > 0 ? 400 : 0);
    }
    expect(server.received.map(({ number }) => number)).toEqual([6, 7, 8]);
  });

  it('are refused if the body is longer than any list, before it is read', async () => {
    expect(await ask(right, { claimedBytes: 33 * 1024 * 1024 })).toBe(413);
  });
});
