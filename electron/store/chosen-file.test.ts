import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../core/result.ts';
import { writeChosenFile } from './chosen-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe.skipIf(process.platform === 'win32')('a file saved where a person chose', () => {
  it('is for whoever any other new file of this user is for', async () => {
    const usual = join(folder, 'usual.csv');
    const path = join(folder, 'readers.csv');
    await writeFile(usual, '');
    expect(await writeChosenFile(path, 'id,name')).toEqual(ok(undefined));
    expect(await modeOf(path)).toBe(await modeOf(usual));
    expect(await modeOf(path)).not.toBe(0o600);
  });

  it.each([0o600, 0o640, 0o666])('keeps the rights of the one it replaces', async (mode) => {
    const path = join(folder, 'readers.csv');
    await writeFile(path, 'old');
    await chmod(path, mode);
    expect(await writeChosenFile(path, 'new')).toEqual(ok(undefined));
    expect(await modeOf(path)).toBe(mode);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('goes where a link leads, and leaves the link', async () => {
    const shared = join(folder, 'shared.csv');
    const link = join(folder, 'link.csv');
    await writeFile(shared, 'old');
    await symlink('shared.csv', link);
    expect(await writeChosenFile(link, 'new')).toEqual(ok(undefined));
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(shared, 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['link.csv', 'shared.csv']);
  });

  it('is refused where the way there is no folder', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await writeChosenFile(join(folder, 'file', 'readers.csv'), '')).toMatchObject({
      ok: false,
      error: { code: 'disk' },
    });
  });
});
