import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutElectron } from '../testing/without-electron.ts';
import type { SettingsFormat } from './settings-file.ts';

withoutElectron();
const { openSettingsFile } = await import('./settings-file.ts');

interface Version2 {
  readonly version: 2;
  readonly words: readonly string[];
}

const format: SettingsFormat<Version2> = {
  name: 'words',
  what: 'the words',
  fallback: { version: 2, words: [] },
  migrate(contents) {
    if (typeof contents !== 'object' || contents === null || !('version' in contents)) return undefined;
    if (contents.version === 1 && 'word' in contents && typeof contents.word === 'string') {
      return { version: 2, words: [contents.word] };
    }
    if (contents.version === 2 && 'words' in contents && Array.isArray(contents.words)) {
      return { version: 2, words: contents.words };
    }
    return undefined;
  },
};

const now = () => new Date('2021-11-01T17:30:10.000Z');
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
  path = join(folder, 'words.json');
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const open = () => openSettingsFile(folder, format, now);

describe('openSettingsFile', () => {
  it('starts with the fallback and gives back what was written', async () => {
    const first = await open();
    expect(first).toMatchObject({ notices: [] });
    expect(first.file.read()).toEqual(format.fallback);
    expect(first.file.write({ version: 2, words: ['door', 'a.b'] })).toEqual({ ok: true, value: undefined });
    expect((await open()).file.read()).toEqual({ version: 2, words: ['door', 'a.b'] });
  });

  it.skipIf(process.platform === 'win32')('keeps the file to this user', async () => {
    (await open()).file.write({ version: 2, words: ['door'] });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('brings an earlier version up to date', async () => {
    await writeFile(path, '{"version":1,"word":"gate"}');
    const { file, notices } = await open();
    expect(notices).toEqual([]);
    expect(file.read()).toEqual({ version: 2, words: ['gate'] });
  });

  it.each(['{"version":2,"wor', '{"version":2,"words":7}', '[]x', 'null', '[1]', '', '\u0000\u0000'])(
    'keeps a file with %j as a copy, says so, and works on',
    async (contents) => {
      await writeFile(path, contents);
      const { file, notices } = await open();
      expect(file.read()).toEqual(format.fallback);
      expect(notices).toMatchObject([{ code: 'corrupt-file' }]);
      expect(file.write({ version: 2, words: ['new'] }).ok).toBe(true);
      const aside = (await readdir(folder)).find((name) => name.includes('damaged'));
      expect(notices[0]?.next).toContain(String(aside));
      expect(await readFile(join(folder, String(aside)), 'utf8')).toBe(contents);
      expect((await open()).file.read()).toEqual({ version: 2, words: ['new'] });
    },
  );

  it('refuses the file of a newer version and leaves it as it is', async () => {
    await writeFile(path, '{"version":3,"words":[]}');
    const { file, notices } = await open();
    expect(file.read()).toEqual(format.fallback);
    expect(notices).toMatchObject([{ code: 'corrupt-file', message: expect.stringContaining('newer') }]);
    expect(file.write({ version: 2, words: ['new'] }).ok).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('{"version":3,"words":[]}');
    expect(await readdir(folder)).toEqual(['words.json']);
  });

  it('never writes where something it cannot read or move stands', async () => {
    await mkdir(path);
    const { file, notices } = await open();
    expect(file.read()).toEqual(format.fallback);
    expect(notices).toMatchObject([{ code: 'disk' }]);
    expect(file.write({ version: 2, words: ['new'] })).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('keeps the old value where a write is refused', async () => {
    const { file } = await open();
    file.write({ version: 2, words: ['old'] });
    await rm(path);
    await mkdir(join(path, 'in the way'), { recursive: true });
    expect(file.write({ version: 2, words: ['new'] })).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(file.read()).toEqual({ version: 2, words: ['old'] });
  });
});
