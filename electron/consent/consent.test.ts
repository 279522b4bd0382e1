import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { firstGeneration } from '../../core/camio/dialect.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { withoutElectron } from '../testing/without-electron.ts';
import { createConsent } from './consent.ts';
import { type Deed, phraseConsent } from './phrase-consent.ts';

withoutElectron();
const { openKnownServers } = await import('./known-servers.ts');

const connection: Connection = {
  id: 'a',
  kind: 'camio',
  name: 'Harbor Campus',
  baseUrl: 'https://camio.example/pacs',
  dialect: firstGeneration,
  color: 'green',
  accountEmail: 'ops@harbor.example',
};
const brake = { reason: 'removes many', removed: 47, of: 1_250 } as const;
const push: Deed = { kind: 'push', readers: 1_203, brake: null };
const braked: Deed = { ...push, brake };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-desk-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function start(answers: ('Cancel' | 'go on')[]) {
  const shown: MessageBoxOptions[] = [];
  const { servers } = await openKnownServers(folder, () => new Date());
  const consent = createConsent({
    dialog: {
      async showMessageBox(options) {
        shown.push(options);
        const answer = answers.shift();
        if (!answer) throw new Error('Nobody expected to be asked.');
        return { response: answer === 'Cancel' ? 0 : 1 };
      },
    },
    servers,
    isPractice: (baseUrl) => baseUrl === 'http://127.0.0.1:4000/pacs',
    notice: () => {},
  });
  return { consent, shown };
}

it('is asked for before the first write to a server, once on this computer', async () => {
  const { consent, shown } = await start(['Cancel', 'go on']);
  expect(await consent.ask(connection, push)).toBe('declined');
  expect(await consent.ask(connection, push)).toBe('agreed');
  expect(await consent.ask({ ...connection, id: 'b' }, { kind: 'test event' })).toBe('not needed');
  const again = await start([]);
  expect(await again.consent.ask(connection, push)).toBe('not needed');
  expect(shown[0]?.detail).toContain('Account: ops@harbor.example');
  expect(shown[0]?.detail).toContain('Server: https://camio.example');
  expect(shown[0]?.defaultId).toBe(shown[0]?.cancelId);
});

it.each(['https://camio.example:444/pacs', 'http://camio.example', 'https://camio.example.evil.example'])(
  'for %s is not that for another server',
  async (baseUrl) => {
    const { consent } = await start(['go on', 'Cancel']);
    await consent.ask(connection, push);
    expect(await consent.ask({ ...connection, baseUrl }, push)).toBe('declined');
  },
);

it('is asked for before every push that removes many readers, with the numbers', async () => {
  const { consent, shown } = await start(['go on', 'go on', 'Cancel']);
  await consent.ask(connection, push);
  expect(await consent.ask(connection, braked)).toBe('agreed');
  expect(await consent.ask(connection, braked)).toBe('declined');
  expect(shown[1]?.message).toMatch(/^Remove 47 of 1.250 readers from Camio\?$/);
});

it('is not needed for the practice account’s own server, but for its removals it is', async () => {
  const { consent } = await start(['Cancel']);
  const practice = { ...connection, baseUrl: 'http://127.0.0.1:4000/pacs' };
  expect(await consent.ask(practice, push)).toBe('not needed');
  expect(await consent.ask(practice, braked)).toBe('declined');
  // What a file says of a connection does not make it the practice account.
  expect(await (await start(['Cancel'])).consent.ask({ ...connection, kind: 'practice' }, push)).toBe('declined');
});

it('asks one question at a time, and the first answer counts for who waits', async () => {
  const { consent, shown } = await start(['go on']);
  expect(await Promise.all([consent.ask(connection, push), consent.ask(connection, push)])).toEqual([
    'agreed',
    'not needed',
  ]);
  expect(shown).toHaveLength(1);
});

it('shows the texts of a connection on a line of their own, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 150 }), (text) => {
      const { detail } = phraseConsent({ ...connection, name: text, accountEmail: text }, braked, true);
      const lines = detail.split(/[\n\r\u2028\u2029]/);
      expect(lines).toHaveLength(6);
      expect(lines[2]).toBe('Server: https://camio.example');
      expect(Math.max(...lines.slice(0, 2).map(({ length }) => length))).toBeLessThan(100);
    }),
    { numRuns: 30 },
  );
});
