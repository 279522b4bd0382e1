import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '../../core/result.ts';
import { createSend } from '../camio/send.ts';
import type { Keyring } from '../secrets/secrets-keyring.ts';
import { nodeNet } from '../testing/fake-net.ts';
import { checkDataFolder, checkFreeDisk, checkKeyring, checkPracticeServer } from './computer-checks.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diagnostics-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the data folder', () => {
  it('passes where a file can be kept, and leaves none behind', async () => {
    expect(await checkDataFolder(folder)).toMatchObject({ outcome: 'passed' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('fails with the reason where none can', async () => {
    const file = join(folder, 'a file in its place');
    await writeFile(file, '');
    expect(await checkDataFolder(file)).toMatchObject({ outcome: 'failed', message: expect.stringContaining(file) });
  });
});

describe('free disk space', () => {
  it('is read from the system', async () => {
    expect((await checkFreeDisk(folder)).message).toMatch(/[\d,]+ MB are free/);
    expect(await checkFreeDisk(join(folder, 'gone'))).toMatchObject({ outcome: 'unknown' });
  });

  it('fails where little is left', async () => {
    expect(await checkFreeDisk(folder, async () => 499_999_999)).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('Only 499 MB'),
    });
    expect(await checkFreeDisk(folder, async () => 500_000_000)).toMatchObject({ outcome: 'passed' });
  });
});

describe('the keyring', () => {
  const file = (text: string) => ({ version: 1, platform: 'test', backend: 'test', ciphertext: text }) as const;
  const works: Keyring = {
    lock: async (text) => ok(file(text)),
    unlock: async ({ ciphertext }) => ok({ text: ciphertext, lockAgain: false }),
  };

  it.each<[string, Partial<Keyring>, string, RegExp]>([
    ['works', {}, 'passed', /kept in the keyring/],
    ['is missing', { lock: async () => fail('There is none.') }, 'failed', /^There is none\. Tokens are kept until/],
    ['stays shut', { unlock: async () => fail({ kind: 'closed', reason: 'It is shut.' }) }, 'failed', /^It is shut\./],
    ['forgets', { unlock: async () => ok({ text: 'other', lockAgain: false }) }, 'failed', /something else/],
  ])('%s', async (_what, change, outcome, says) => {
    const step = await checkKeyring({ ...works, ...change });
    expect(step.outcome).toBe(outcome);
    expect(step.message).toMatch(says);
  });
});

describe('the practice server', () => {
  it('answers on this computer', async () => {
    expect(await checkPracticeServer(createSend(nodeNet()))).toMatchObject({ outcome: 'passed', status: 200 });
  });

  it('fails where something keeps calls from it', async () => {
    const failure = { kind: 'unreachable', reason: 'proxy', detail: '' } as const;
    const step = await checkPracticeServer(async () => ({ kind: 'failed', failure, latencyMs: 1 }));
    expect(step).toMatchObject({ outcome: 'failed', message: expect.stringMatching(/proxy/i) });
  });
});
