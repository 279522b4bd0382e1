import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile, setAside, writeFileAtomic } from './atomic-file.ts';
import { syncFolder } from './durable-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What Windows answers to a rename while an antivirus program looks at the file. */
const heldFile = () =>
  Object.assign(new Error('EPERM: operation not permitted, rename'), { code: 'EPERM', syscall: 'rename' });

describe('writeFileAtomic', () => {
  it('makes the folder, writes the whole file and leaves nothing else', async () => {
    const path = join(folder, 'a', 'b', 'list.json');
    expect(await writeFileAtomic(path, 'one')).toEqual({ ok: true, value: undefined });
    expect(await writeFileAtomic(path, new TextEncoder().encode('two'))).toEqual({ ok: true, value: undefined });
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['list.json']);
  });

  it.skipIf(process.platform === 'win32')('keeps file and folder to this user', async () => {
    const path = join(folder, 'own', 'list.json');
    await writeFileAtomic(path, 'one');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'own'))).mode & 0o777).toBe(0o700);
  });

  it('refuses, keeping what was there and no temporary file, where the path cannot be replaced', async () => {
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    const written = await writeFileAtomic(path, 'one');
    expect(written).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('waits on Windows for a program that has the file open for a moment', async () => {
    const path = join(folder, 'list.json');
    await writeFile(path, 'old');
    let tries = 0;
    const move = async (from: string, to: string) => {
      tries += 1;
      if (tries === 1) throw heldFile();
      await rename(from, to);
    };
    expect(await writeFileAtomic(path, 'new', { move, platform: 'win32' })).toEqual({ ok: true, value: undefined });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('says what to do where that program keeps it open, and keeps what was there', async () => {
    const path = join(folder, 'list.json');
    await writeFile(path, 'old');
    const move = () => Promise.reject(heldFile());
    expect(await writeFileAtomic(path, 'new', { move, platform: 'win32' })).toMatchObject({
      ok: false,
      error: { code: 'disk', message: expect.stringContaining('Excel'), next: expect.stringContaining('Close it') },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['list.json']);
  });

  it('refuses where a file stands in the place of the folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const written = await writeFileAtomic(join(folder, 'file', 'list.json'), 'one');
    expect(written).toMatchObject({ ok: false, error: { code: 'disk', detail: expect.stringContaining('file') } });
  });
});

describe.runIf(process.platform === 'linux')('syncFolder', () => {
  it('lets a file system be that knows no sync of a folder, and no other failure', async () => {
    expect(await syncFolder('/proc')).toBeUndefined();
    await expect(syncFolder(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });
});

describe('readTextFile', () => {
  it('tells a missing file from an unreadable one', async () => {
    expect(await readTextFile(join(folder, 'none'))).toEqual({ ok: true, value: null });
    expect(await readTextFile(folder)).toMatchObject({ ok: false, error: { code: 'disk' } });
  });
});

describe('setAside', () => {
  it('keeps every bad file under a name of its own', async () => {
    const path = join(folder, 'list.json');
    const now = new Date('2021-11-01T17:30:10.000Z');
    await writeFile(path, 'bad one');
    const first = await setAside(path, now);
    await writeFile(path, 'bad two');
    const second = await setAside(path, now);
    if (!first.ok || !second.ok) throw new Error('Setting aside failed.');
    expect(await readFile(first.value, 'utf8')).toBe('bad one');
    expect(await readFile(second.value, 'utf8')).toBe('bad two');
    expect((await readdir(folder)).length).toBe(2);
    expect(first.value).toContain('2021-11-01T17-30-10.000Z');
  });
});
