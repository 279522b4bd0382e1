import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLogFile } from './log-file.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(parent, { recursive: true }));

it('keeps the newest entries over starts, in two files of a limited size', async () => {
  const folder = join(parent, 'logs');
  for (let entry = 0; entry < 100; entry++) expect(openLogFile(folder, 200).append(`entry ${entry}`)).toBeNull();
  const log = openLogFile(folder, 200);
  expect(await log.lastLines(3)).toEqual(['entry 97', 'entry 98', 'entry 99']);
  // Also where the file was just begun anew.
  expect((await log.lastLines(20)).at(0)).toBe('entry 80');
  const names = await readdir(folder);
  expect(names.sort()).toEqual(['reader-desk.log', 'reader-desk.old.log']);
  for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThan(220);
});

it('says why an entry could not be written, and goes on', async () => {
  const file = join(parent, 'file');
  await writeFile(file, '');
  const log = openLogFile(join(file, 'logs'));
  expect(log.append('one')).toMatchObject({ code: 'ENOTDIR' });
  expect(await log.lastLines(5)).toEqual([expect.stringContaining('could not be read'), expect.any(String)]);
});
