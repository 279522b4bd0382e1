import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimDataFolder } from './single-instance.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

const app = (isGranted: boolean, path = folder) => ({
  requestSingleInstanceLock: () => isGranted,
  getPath: () => path,
});

it('is the first where the lock is granted', async () => {
  expect(await claimDataFolder(app(true), 'linux')).toEqual({ kind: 'first' });
});

it('takes a refusal in a folder that can be written for another app, and leaves nothing behind', async () => {
  for (const platform of ['linux', 'darwin'] as const) {
    expect(await claimDataFolder(app(false), platform)).toEqual({ kind: 'another' });
  }
  expect(await readdir(folder)).toEqual([]);
});

it('says it where no lock can be made because the folder cannot be written', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  // A folder that root cannot write either.
  const path = join(file, 'data');
  const claim = await claimDataFolder(app(false, path), 'linux');
  expect(claim).toMatchObject({ kind: 'locked out', message: expect.stringContaining(path) });
});

it('takes a refusal on Windows for another app: the lock there is no file', async () => {
  const path = join(folder, 'file', 'data');
  expect(await claimDataFolder(app(false, path), 'win32')).toEqual({ kind: 'another' });
});
