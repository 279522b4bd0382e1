import { createWriteStream, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import tls from 'node:tls';
import { downloadArtifact } from '@electron/get';
import { EnvHttpProxyAgent, fetch } from 'undici';

const require = createRequire(import.meta.url);
const connectLimitMs = 10_000;
/** As long as bytes come, a slow line may take its time. */
const silenceLimitMs = 60_000;
const tries = 2;

/**
 * Downloads the zip with Electron's binary into Electron's own cache, unless it is there: through a proxy that the
 * environment names, from a mirror that it names, trusting the system's authorities. A broken download goes on once from
 * where it broke. `checksums`, `cacheRoot` and the limits are for tests.
 * @param {{ checksums?: Record<string, string>, cacheRoot?: string, silenceMs?: number }} [options]
 * @returns {Promise<{ ok: true, zip: string } | { ok: false, reason: string }>} the reason in a sentence or two
 */
export async function downloadElectron({ checksums, cacheRoot, silenceMs = silenceLimitMs } = {}) {
  const { version } = require('electron/package.json');
  let address = "Electron's address";
  const downloader = {
    /** @param {string} url @param {string} file */
    async download(url, file) {
      address = url;
      await downloadTo(url, file, silenceMs);
    },
  };
  try {
    const zip = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.env.npm_config_platform ?? process.platform,
      arch: process.env.npm_config_arch ?? process.arch,
      checksums: checksums ?? require('electron/checksums.json'),
      downloader,
      ...(cacheRoot === undefined ? {} : { cacheRoot }),
    });
    return { ok: true, zip };
  } catch (error) {
    return { ok: false, reason: phrase(error, address, version) };
  }
}

/** What the address answered instead of a file. */
class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/** @param {string} url @param {string} file @param {number} silenceMs */
async function downloadTo(url, file, silenceMs) {
  const ca = authorities();
  const tlsOptions = ca ? { ca } : {};
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: connectLimitMs, ...tlsOptions },
    requestTls: { timeout: connectLimitMs, ...tlsOptions },
    proxyTls: { timeout: connectLimitMs, ...tlsOptions },
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
  });
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await fetchRest(url, file, dispatcher);
      } catch (error) {
        // Only a download that had begun is worth another try.
        if (attempt === tries || !existsSync(file)) throw error;
        console.log(`The download broke off after ${megabytes(sizeOf(file))} MB. Going on from there…`);
      }
    }
  } finally {
    await dispatcher.destroy();
  }
}

/** @param {string} url @param {string} file @param {import('undici').Dispatcher} dispatcher */
async function fetchRest(url, file, dispatcher) {
  const had = sizeOf(file);
  const response = await fetch(url, { dispatcher, headers: had > 0 ? { range: `bytes=${had}-` } : {} });
  if (!response.ok || !response.body) throw new Refused(response.status);
  // A server that knows no ranges sends everything from the start.
  const goesOn = response.status === 206;
  const start = goesOn ? had : 0;
  const total = start + Number(response.headers.get('content-length') ?? 0);
  const shown = showProgress(start, total);
  await pipeline(Readable.fromWeb(response.body), shown, createWriteStream(file, { flags: goesOn ? 'a' : 'w' }));
}

/**
 * Passes bytes on and says at every tenth how far it is.
 * @param {number} start
 * @param {number} total in bytes
 */
function showProgress(start, total) {
  let done = start;
  let tenth = total > 0 ? Math.floor((start / total) * 10) : 0;
  return async function* (/** @type {AsyncIterable<Buffer>} */ chunks) {
    for await (const chunk of chunks) {
      done += chunk.length;
      const now = total > 0 ? Math.floor((done / total) * 10) : 0;
      if (now > tenth) console.log(`Electron: ${now * 10}% of ${megabytes(total)} MB`);
      tenth = Math.max(tenth, now);
      yield chunk;
    }
  };
}

/** Node's own authorities and the system's, where this Node can read those (22.15 and later). */
function authorities() {
  if (!('getCACertificates' in tls) || typeof tls.getCACertificates !== 'function') return null;
  return [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];
}

const unknownAuthority = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * @param {unknown} error
 * @param {string} url
 * @param {string} version
 */
function phrase(error, url, version) {
  const causes = [...causesOf(error)];
  const code = causes.map((cause) => ('code' in cause ? String(cause.code) : '')).find((text) => text !== '');
  const proxyStatus = causes.map(({ message }) => /Proxy response \((\d+)\)/.exec(message)?.[1]).find(Boolean);
  if (proxyStatus === '407') {
    return 'The proxy asks for a name and a password. Write them into HTTPS_PROXY: http://name:password@host:port.';
  }
  if (proxyStatus) return `The proxy refused the way to ${url} (HTTP ${proxyStatus}).`;
  if (causes.some((cause) => cause instanceof Refused)) {
    const [refused] = causes.filter((cause) => cause instanceof Refused);
    return `${url} answered HTTP ${refused?.status}. If ELECTRON_MIRROR names a mirror, check that it has this version.`;
  }
  if (causes.some(({ message }) => /checksum/i.test(message))) {
    return `What ${url} sent is not Electron ${version}: its checksum is wrong. Try again, or use another mirror (ELECTRON_MIRROR).`;
  }
  if (code && unknownAuthority.has(code)) {
    return `The certificate of ${new URL(url).host} was issued by an authority that this computer does not trust, as a proxy that inspects connections does it. Save that authority's certificate as a PEM file and name the file in NODE_EXTRA_CA_CERTS, or name a mirror in ELECTRON_MIRROR.`;
  }
  if (code === 'UND_ERR_BODY_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT') {
    return `${url} stopped sending.`;
  }
  return `${url} could not be downloaded (${code ?? causes.at(-1)?.message}).`;
}

/**
 * @param {unknown} error
 * @returns {Generator<Error>}
 */
function* causesOf(error) {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

/** @param {string} file */
function sizeOf(file) {
  return existsSync(file) ? statSync(file).size : 0;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(0);
}
