import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemCode } from '../store/disk-error.ts';
import { bundleFile } from './bundle-path.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** The host of the app's addresses, `app://bundle/…`. */
export const bundleHost = 'bundle';

/** In index.html, where this answer's nonce goes. */
const noncePlaceholder = '__CSP_NONCE__';

/** GET and HEAD of files under `root`, each answer with the policy and a nonce of its own. */
export async function answerFromBundle(root: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const file = bundleFile(root, request.url, bundleHost);
  if (!file) return refusal(404);

  const nonce = randomBytes(16).toString('base64');
  const contents = await contentsOf(file.path, nonce);
  if (contents === null) return refusal(404);
  return new Response(request.method === 'HEAD' ? null : contents, {
    headers: { ...safeHeaders(nonce), 'Content-Type': file.contentType, 'Content-Length': String(contents.byteLength) },
  });
}

async function contentsOf(path: string, nonce: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const contents = await readFile(path);
    if (!path.endsWith('.html')) return new Uint8Array(contents);
    return new TextEncoder().encode(contents.toString('utf8').replaceAll(noncePlaceholder, nonce));
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(systemCode(error))) return null;
    throw error;
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: safeHeaders(randomBytes(16).toString('base64')) });
}

function safeHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
