import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile, setAside, writeFileAtomic } from './atomic-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

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

  it('refuses where a file stands in the place of the folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const written = await writeFileAtomic(join(folder, 'file', 'list.json'), 'one');
    expect(written).toMatchObject({ ok: false, error: { code: 'disk', detail: expect.stringContaining('file') } });
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
