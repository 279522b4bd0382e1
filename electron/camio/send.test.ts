import { EventEmitter } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { HttpRequest } from '../../core/camio/http.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { createSend, type Net } from './send.ts';

// What the simulator cannot do; the faults of a Camio are in camio-client.test.ts.

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}

function get(url: string): HttpRequest {
  const { signal } = new AbortController();
  return { method: 'GET', url, headers: {}, timeoutMs: 5_000, maxAnswerBytes: 1_000, signal };
}

test('asks Chromium to follow no redirect and to use no cookie, cache or stored password', async () => {
  const asked: unknown[] = [];
  const net: Net = {
    request(options) {
      asked.push(options);
      return nodeNet().request(options);
    },
  };
  await createSend(net)({ ...get('http://127.0.0.1:1/'), headers: { Authorization: 'Bearer x' } });
  expect(asked).toEqual([
    {
      method: 'GET',
      url: 'http://127.0.0.1:1/',
      headers: { Authorization: 'Bearer x' },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    },
  ]);
});

test('text that is not UTF-8 is marked, so that no name is spoiled silently', async () => {
  const url = await serve((_request, response) => response.end(Buffer.from('"Zürich"', 'latin1')));
  expect(await createSend(nodeNet())(get(url))).toMatchObject({ kind: 'answer', body: '"Z\ufffdrich"', notUtf8: true });
});

test('UTF-8 arrives whole where a character is split between two pieces', async () => {
  const bytes = Buffer.from('Zürich 🚪');
  const url = await serve((_request, response) => {
    response.write(bytes.subarray(0, 2), () => response.end(bytes.subarray(2)));
  });
  const answer = await createSend(nodeNet())(get(url));
  expect(answer).toMatchObject({ kind: 'answer', body: 'Zürich 🚪' });
  expect(answer).not.toHaveProperty('notUtf8');
});

test('an answer of exactly the limit is taken, one byte more is not', async () => {
  const url = await serve((request, response) => response.end('x'.repeat(request.url === '/1' ? 1_001 : 1_000)));
  const send = createSend(nodeNet());
  expect(await send(get(url))).toMatchObject({ kind: 'answer', status: 200 });
  expect(await send(get(`${url}1`))).toMatchObject({ failure: { kind: 'too large', limitBytes: 1_000 } });
});

test('header names come in lower case', async () => {
  const url = await serve((_request, response) => response.writeHead(200, { 'Retry-After': '7' }).end());
  expect(await createSend(nodeNet())(get(url))).toMatchObject({ headers: { 'retry-after': '7' } });
});

test('a request Chromium does not take is a failure that does not quote the token', async () => {
  const net: Net = {
    request({ headers }) {
      throw new TypeError(`Invalid value for header 'Authorization': '${headers.Authorization}'`);
    },
  };
  const outcome = await createSend(net)({ ...get('https://camio.com/'), headers: { Authorization: 'Bearer s3cret' } });
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'broken', sent: false } });
  expect(JSON.stringify(outcome)).not.toContain('s3cret');
});

/** A proxy as Electron shows it: it asks at once, and again until it is told what it wants. */
class AskingRequest extends EventEmitter {
  readonly given: unknown[][] = [];
  constructor(private readonly wanted: string | null) {
    super();
  }
  end() {
    setImmediate(() => this.ask());
  }
  abort() {}
  private ask() {
    const asker = { isProxy: true, host: 'proxy.example', port: 3128, realm: 'Office' };
    this.emit('login', asker, (...login: unknown[]) => {
      this.given.push(login);
      if (login.length > 0 && login[1] !== this.wanted) return setImmediate(() => this.ask());
      const statusCode = login.length > 0 ? 200 : 407;
      const answer = Object.assign(new EventEmitter(), { statusCode, headers: {} });
      this.emit('response', answer);
      return answer.emit('end');
    });
  }
}

test('a proxy is told what the person entered, and one that refuses it is told something else', async () => {
  const outgoing = new AskingRequest('right');
  const asked: unknown[] = [];
  const send = createSend(
    { request: () => outgoing },
    {
      askProxyLogin: async (asker, refused) => {
        asked.push([asker, refused]);
        return { username: 'ann', password: refused ? 'right' : 'wrong' };
      },
    },
  );
  expect(await send(get('http://camio.com/'))).toMatchObject({ kind: 'answer', status: 200 });
  const proxy = { proxy: 'proxy.example:3128', realm: 'Office' };
  expect(asked).toEqual([
    [proxy, null],
    [proxy, { username: 'ann', password: 'wrong' }],
  ]);
});

test('407 is the proxy’s: nothing was sent to Camio, and Camio refused nothing', async () => {
  const outcome = await createSend({ request: () => new AskingRequest(null) })(get('http://camio.com/'));
  expect(outcome).toMatchObject({ kind: 'failed', failure: { kind: 'unreachable', reason: 'proxy login' } });
});

test('the time a person takes to sign in to the proxy is not the server’s', async () => {
  const send = createSend(
    { request: () => new AskingRequest('right') },
    {
      askProxyLogin: () =>
        new Promise((resolve) => setTimeout(() => resolve({ username: 'ann', password: 'right' }), 60)),
    },
  );
  expect(await send({ ...get('http://camio.com/'), timeoutMs: 40 })).toMatchObject({ kind: 'answer', status: 200 });
});
