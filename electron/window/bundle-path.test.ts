import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleFile } from './bundle-path.ts';

const root = resolve('/bundle root');
const path = (url: string) => bundleFile(root, url, 'bundle')?.path ?? null;

describe('bundleFile', () => {
  it.each([
    ['app://bundle/', 'index.html'],
    ['app://bundle/index.html?x=1#y', 'index.html'],
    ['app://bundle/assets/main-1a.js', join('assets', 'main-1a.js')],
    ['app://bundle/assets/in%20ter.woff2', join('assets', 'in ter.woff2')],
    ['app://bundle/../../index.html', 'index.html'],
  ])('finds %s', (url, file) => {
    expect(path(url)).toBe(join(root, file));
  });

  it('names the type of every kind of file that Vite makes', () => {
    expect(bundleFile(root, 'app://bundle/a.js', 'bundle')?.contentType).toBe('text/javascript; charset=utf-8');
    expect(bundleFile(root, 'app://bundle/a.woff2', 'bundle')?.contentType).toBe('font/woff2');
  });

  it.each([
    'app://other/index.html',
    'app://bundle/%2f..%2f..%2fetc/passwd.json',
    'app://bundle/..%2fsecret.json',
    'app://bundle/a/..%2f..%2fsecret.json',
    'app://bundle/..%5csecret.json',
    'app://bundle/C:%5csecret.json',
    'app://bundle/%00.json',
    'app://bundle/%ff.json',
    'app://bundle/main.js.map',
    'app://bundle/assets',
    'not an address',
  ])('refuses %s', (url) => {
    expect(path(url)).toBeNull();
  });

  it('never leaves its folder', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', 'x.json', ':', '%00', '%25');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = path(`app://bundle/${pieces.join('')}x.json`);
        if (found !== null) expect(found.startsWith(join(root, '/'))).toBe(true);
      }),
    );
  });
});
