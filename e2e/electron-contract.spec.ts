import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { buildContract } from '../scripts/build.mjs';
import { electronBinary } from '../scripts/electron-binary.mjs';
import { canSandbox } from '../scripts/sandbox.mjs';

// What real Electron does, held against the Chromium host here and against Electron by `npm run e2e:electron-contract`.

const root = resolve(import.meta.dirname, '..');
const onElectron = process.env.READER_DESK_CONTRACT === 'electron';

/** The program that runs the cases, and its first arguments. */
function host(): [program: string, ...args: string[]] {
  if (!onElectron) return [process.execPath, join(root, 'dist/host/main.js')];
  const binary = electronBinary();
  if (binary === null) throw new Error('Electron’s binary is not installed.');
  return canSandbox() ? [binary] : [binary, '--no-sandbox'];
}

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a test's fixtures from its first parameter
test(`the contract holds on ${onElectron ? 'Electron' : 'the Chromium host'}`, async ({}, testInfo) => {
  expect(await buildContract()).toBe(true);
  const [program, ...args] = host();
  const { stdout } = await promisify(execFile)(program, [
    ...args,
    join(root, 'dist/contract/main.js'),
    `--user-data-dir=${testInfo.outputPath('data')}`,
  ]);
  const results = stdout
    .split('\n')
    .filter((line) => line.startsWith('contract '))
    .map((line) => JSON.parse(line.slice('contract '.length)));
  expect(results.length).toBeGreaterThan(20);
  expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
});
