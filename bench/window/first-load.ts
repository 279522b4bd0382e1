import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/run.mjs';

const bundle = join(root, 'dist/renderer');
const bytesPerKilobyte = 1_000;

/** The compressed size, in KB, of every script the window reads before its first page: those of index.html and theirs. */
export async function firstLoadKilobytes(): Promise<number> {
  const page = await readFile(join(bundle, 'index.html'), 'utf8');
  const named = [...page.matchAll(/<(?:script|link rel="modulepreload")[^>]*(?:src|href)="([^"]+\.js)"/g)];
  const waiting = named.map(([, path]) => join(bundle, path ?? ''));
  if (waiting.length === 0) throw new Error('index.html names no script.');
  const sizes = new Map<string, number>();
  for (const path of waiting) {
    if (sizes.has(path)) continue;
    const script = await readFile(path, 'utf8');
    sizes.set(path, gzipSync(script, { level: 9 }).length);
    for (const [, imported] of script.matchAll(/(?:^|[;}])\s*import\s*(?:[^'"()]*?from\s*)?["'](\.[^"']+)["']/g)) {
      waiting.push(join(dirname(path), imported ?? ''));
    }
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0) / bytesPerKilobyte;
}
