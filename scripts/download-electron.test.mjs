import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadElectron } from './download-electron.mjs';

const zip = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));

/** @type {string} */
let cacheRoot;
/** @type {import('node:http').Server[]} */
const servers = [];

beforeEach(() => {
  cacheRoot = mkdtempSync(join(tmpdir(), 'reader-desk-electron-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']) {
    vi.stubEnv(name, undefined);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(cacheRoot, { recursive: true });
});

/** @param {import('node:http').RequestListener} answer */
async function serve(answer) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address.');
  return `http://127.0.0.1:${address.port}/`;
}

/** @param {string} mirror */
async function downloadFrom(mirror, bytes = zip, silenceMs = 10_000) {
  vi.stubEnv('ELECTRON_MIRROR', mirror);
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const checksums = { [name]: createHash('sha256').update(bytes).digest('hex') };
  return downloadElectron({ checksums, cacheRoot, silenceMs });
}

/** @param {Awaited<ReturnType<typeof downloadElectron>>} answer */
function bytesOf(answer) {
  if (!answer.ok) throw new Error(answer.reason);
  return readFileSync(answer.zip);
}

/**
 * Sends the first bytes and breaks the line when they have arrived.
 * @param {import('node:http').ServerResponse} response
 */
async function breakOff(response) {
  response.writeHead(200, { 'content-length': zip.length }).write(zip.subarray(0, 40_000));
  await vi.waitFor(() => expect(console.log).toHaveBeenCalledWith(expect.stringContaining('%')), { timeout: 10_000 });
  response.destroy();
}

/** @param {Awaited<ReturnType<typeof downloadElectron>>} answer */
const reasonOf = (answer) => (answer.ok ? 'downloaded' : answer.reason);

describe("Electron's binary", () => {
  it('comes from a mirror once, and from the cache after that', async () => {
    let asked = 0;
    const mirror = await serve((_request, response) => {
      asked += 1;
      response.end(zip);
    });
    expect(bytesOf(await downloadFrom(mirror))).toEqual(zip);
    expect(bytesOf(await downloadFrom(mirror))).toEqual(zip);
    expect(asked).toBe(1);
  });

  it('goes on from where the line broke', async () => {
    /** @type {(string | undefined)[]} */
    const ranges = [];
    const mirror = await serve(({ headers }, response) => {
      ranges.push(headers.range);
      const start = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
      if (start === 0) return breakOff(response);
      return response.writeHead(206, { 'content-length': zip.length - start }).end(zip.subarray(start));
    });
    expect(bytesOf(await downloadFrom(mirror))).toEqual(zip);
    expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/)]);
  });

  it('starts again where the server knows no ranges', async () => {
    let asked = 0;
    const mirror = await serve((_request, response) => {
      asked += 1;
      return asked === 1 ? breakOff(response) : response.end(zip);
    });
    expect(bytesOf(await downloadFrom(mirror))).toEqual(zip);
  });

  it('is given up where nothing more comes, not where it comes slowly', async () => {
    const silent = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': zip.length }).write(zip.subarray(0, 10));
    });
    expect(reasonOf(await downloadFrom(silent, zip, 300))).toContain('stopped sending');
    const slow = await serve(async (_request, response) => {
      response.writeHead(200, { 'content-length': zip.length });
      for (let at = 0; at < zip.length; at += 10_000) {
        response.write(zip.subarray(at, at + 10_000));
        await new Promise((next) => setTimeout(next, 200));
      }
      response.end();
    });
    expect(bytesOf(await downloadFrom(slow, zip, 1_500))).toEqual(zip);
  });

  it('comes through the proxy that the environment names', async () => {
    const mirror = await serve((_request, response) => response.end(zip));
    /** @type {string[]} */
    const passed = [];
    const proxy = await serve(() => {});
    servers.at(-1)?.on('connect', (asked, socket) => {
      passed.push(asked.url ?? '');
      const { hostname, port } = new URL(`http://${asked.url}`);
      import('node:net').then(({ connect }) => {
        const onwards = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 Connected\r\n\r\n'));
        onwards.pipe(socket).pipe(onwards);
        onwards.on('error', () => socket.destroy());
        socket.on('error', () => onwards.destroy());
      });
    });
    servers.at(-1)?.on('request', (asked, response) => {
      passed.push(asked.url ?? '');
      request(asked.url ?? '', (answer) => answer.pipe(response)).end();
    });
    vi.stubEnv('HTTP_PROXY', proxy);
    expect(bytesOf(await downloadFrom(mirror))).toEqual(zip);
    expect(passed).toHaveLength(1);
  });

  it('says in a sentence why it cannot be had', async () => {
    const wrong = await serve((_request, response) => response.end('something else'));
    expect(reasonOf(await downloadFrom(wrong))).toMatch(/is not Electron \d+\.\d+\.\d+: its checksum is wrong/);
    const empty = await serve((_request, response) => response.writeHead(404).end());
    expect(reasonOf(await downloadFrom(empty))).toContain('answered HTTP 404');
    const gone = await serve(() => {});
    await new Promise((closed) => servers.pop()?.close(closed));
    expect(reasonOf(await downloadFrom(gone))).toContain('ECONNREFUSED');
  });
});
