import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepToOneself } from './own-rights.ts';

it.skipIf(process.platform === 'win32')(
  'takes rights that a copied folder gave to all away, and from nothing else',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reader-desk-rights-'));
    const paths = ['connections', 'connections/a', 'connections/a/events.jsonl', 'settings.json', 'Cache'];
    for (const path of paths) {
      await (path.includes('.') ? writeFile(join(folder, path), '') : mkdir(join(folder, path)));
      await chmod(join(folder, path), 0o777);
    }
    await keepToOneself(folder);
    const modes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).mode & 0o777));
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600, 0o777]);
    await rm(folder, { recursive: true });
  },
);
