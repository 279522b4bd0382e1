import { deepEqual, equal, match, throws } from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type ClientRequest, net, session } from 'electron';
import { type ContractCase, withServer } from './case.ts';

const options = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  ({ url, method, headers, redirect: 'manual', credentials: 'omit', cache: 'no-store' }) as const;

/** Which of a request's events came, in order, until `end` of the answer, or a moment after an error or abort. */
function eventsOf(request: ClientRequest, body?: string): Promise<string[]> {
  const events: string[] = [];
  return new Promise((resolve) => {
    const late = () => void delay(100).then(() => resolve(events));
    request.on('finish', () => events.push('finish'));
    request.on('close', () => events.push('close'));
    request.on('abort', () => events.push('abort'));
    request.on('abort', late);
    request.on('redirect', (status, method, target) => events.push(`redirect ${status} ${method} ${target}`));
    request.on('login', (_asker, answer) => {
      events.push('login');
      answer();
    });
    request.on('error', (error) => {
      events.push(error.message);
      late();
    });
    request.on('response', (response) => {
      events.push(`response ${response.statusCode}`);
      let text = '';
      response.on('data', (chunk) => {
        text += chunk.toString();
      });
      response.on('error', () => {});
      response.on('end', () => {
        events.push(`end ${text}`);
        resolve(events);
      });
    });
    request.end(body);
  });
}

export const netCases: readonly ContractCase[] = [
  {
    name: 'a request closes before its response comes',
    run: () =>
      withServer(
        (_request, answer) => void setTimeout(() => answer.end('hello'), 50),
        async (url) => {
          deepEqual(await eventsOf(net.request(options(url))), ['finish', 'close', 'response 200', 'end hello']);
        },
      ),
  },
  {
    name: 'a malformed header is an error of the constructor that quotes the value',
    run: async () => {
      throws(() => net.request(options('http://127.0.0.1/', { Authorization: 'Bearer a\nb' })), /Bearer a\nb/);
      throws(() => net.request(options('http://127.0.0.1/', { 'a b': 'c' })), /Invalid header name/);
    },
  },
  {
    name: 'only http and https are requested',
    run: async () => void throws(() => net.request(options('file:///etc/hosts')), /only supports http: and https:/),
  },
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `${status} is a redirect, named and not followed`,
    run: () =>
      withServer(
        (request, answer) => answer.writeHead(status, { Location: '/there' }).end(request.url),
        async (url) => {
          const method = status > 303 ? 'POST' : 'GET';
          const events = await eventsOf(net.request(options(url, {}, 'POST')), 'body');
          deepEqual(events.slice(2), [`redirect ${status} ${method} ${url}/there`, 'Redirect was cancelled']);
        },
      ),
  })),
  ...[300, 304, 305].map((status) => ({
    name: `${status} with a Location is an answer`,
    run: () =>
      withServer(
        (_request, answer) => answer.writeHead(status, { Location: '/there' }).end(),
        async (url) => equal((await eventsOf(net.request(options(url))))[2], `response ${status}`),
      ),
  })),
  {
    name: 'a redirect to an unsafe scheme is an error without a redirect event',
    run: () =>
      withServer(
        (_request, answer) => answer.writeHead(302, { Location: 'file:///etc/hosts' }).end(),
        async (url) => deepEqual((await eventsOf(net.request(options(url)))).slice(2), ['net::ERR_UNSAFE_REDIRECT']),
      ),
  },
  {
    name: 'an answer is decompressed',
    run: () =>
      withServer(
        (request, answer) => {
          match(String(request.headers['accept-encoding']), /gzip/);
          answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed'));
        },
        async (url) => equal((await eventsOf(net.request(options(url)))).at(-1), 'end packed'),
      ),
  },
  {
    name: 'an answer that breaks off is an error of the request',
    run: () =>
      withServer(
        (_request, answer) => {
          answer.writeHead(200, { 'Content-Length': '100' });
          answer.write('half', () => answer.destroy());
        },
        async (url) => match(String((await eventsOf(net.request(options(url)))).at(-1)), /^net::ERR_CONTENT_LENGTH/),
      ),
  },
  {
    name: 'a connection closed without an answer is empty, a closed port refuses',
    run: async () => {
      let closed = '';
      await withServer(
        (request) => request.socket.destroy(),
        async (url) => {
          closed = url;
          equal((await eventsOf(net.request(options(url)))).at(-1), 'net::ERR_EMPTY_RESPONSE');
        },
      );
      equal((await eventsOf(net.request(options(closed)))).at(-1), 'net::ERR_CONNECTION_REFUSED');
    },
  },
  {
    name: 'aborting emits abort and no error',
    run: () =>
      withServer(
        () => {},
        async (url) => {
          const request = net.request(options(url));
          const events = eventsOf(request);
          await delay(50);
          request.abort();
          deepEqual(await events, ['finish', 'close', 'abort']);
        },
      ),
  },
  {
    name: 'repeated headers are joined, a repeated Retry-After is not',
    run: () =>
      withServer(
        (_request, answer) =>
          answer
            .writeHead(
              200,
              [
                ['X-Part', 'a'],
                ['X-Part', 'b'],
                ['Retry-After', '1'],
                ['Retry-After', '2'],
              ].flat(),
            )
            .end(),
        (url) =>
          new Promise((resolve, reject) => {
            const request = net.request(options(url));
            request.on('response', ({ headers }) => {
              if (headers['x-part'] === 'a, b' && headers['retry-after'] === '1') resolve();
              else reject(new Error(JSON.stringify(headers)));
            });
            request.on('error', reject);
            request.end();
          }),
      ),
  },
  {
    name: 'something that is no session is an error of the constructor',
    run: async () => {
      const other = { ...options('http://127.0.0.1/'), session: Object.create(null) };
      throws(() => net.request(other), /instance of the Session class/);
      net.request({ ...options('http://127.0.0.1/'), session: session.fromPartition('contract') }).abort();
    },
  },
];
