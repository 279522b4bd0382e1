import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/desk-test.ts';

test('a data folder that cannot be written is named, and the app does not end without a word', async ({
  start,
}, testInfo) => {
  const file = testInfo.outputPath('file');
  await writeFile(file, '');
  const userDataDir = join(file, 'data');
  await expect(start({ userDataDir })).rejects.toThrow(
    `Reader Desk could not start\nReader Desk keeps its data in ${userDataDir} and cannot write there.`,
  );
});
