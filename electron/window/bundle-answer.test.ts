import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFromBundle } from './bundle-answer.ts';

let root: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets.js'), { recursive: true });
  await writeFile(join(folder, 'secret.json'), 'secret');
  await writeFile(join(root, 'index.html'), '<meta property="csp-nonce" content="__CSP_NONCE__">');
  await writeFile(join(root, 'main.js'), 'const nonce = "__CSP_NONCE__";');
});
afterAll(() => rm(join(root, '..'), { recursive: true }));

const ask = (path: string, method = 'GET') => answerFromBundle(root, { method, url: `app://bundle/${path}` });
const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy') ?? '';

describe('answerFromBundle', () => {
  it('gives each page a nonce of its own, the same in the page and in its policy', async () => {
    const nonces = [];
    for (const path of ['', 'index.html']) {
      const answer = await ask(path);
      const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? 'none';
      expect(policyOf(answer)).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      nonces.push(nonce);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]?.length).toBeGreaterThanOrEqual(22);
  });

  it('gives other files as they are', async () => {
    expect(await (await ask('main.js')).text()).toBe('const nonce = "__CSP_NONCE__";');
  });

  it('answers HEAD without a body', async () => {
    const answer = await ask('main.js', 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Length')).toBe('30');
    expect(await answer.text()).toBe('');
  });

  it.each([
    ['main.js', 'POST', 405],
    ['none.js', 'GET', 404],
    ['assets.js', 'GET', 404],
    ['main.js/x.js', 'GET', 404],
    ['..%2fsecret.json', 'GET', 404],
  ])('refuses %s by %s with %d', async (path, method, status) => {
    const answer = await ask(path, method);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe('');
  });

  it('puts the policy on every answer, refusals too, and nothing unsafe in it', async () => {
    for (const answer of [await ask(''), await ask('main.js'), await ask('none.js'), await ask('', 'POST')]) {
      expect(policyOf(answer)).toContain("default-src 'none'; script-src 'self';");
      expect(policyOf(answer)).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(policyOf(answer)).not.toContain('unsafe');
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });
});
