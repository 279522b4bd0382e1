import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/desk-test.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';

test('the checks look at this computer and at every account, and the report can be copied', async ({
  connected: { desk },
  camio,
}) => {
  camio.fault({ kind: 'answer', status: 401, call: 'devices' });
  const settings = await desk.goToSettings();
  await settings.runChecks();
  const { diagnostics } = settings;
  await expect(diagnostics.getByText(/^\d+ checks, [12] failed\./)).toBeVisible();
  for (const name of ['Data folder', 'Free disk space', 'Keyring', 'Practice server', 'Read the list', 'Clock']) {
    await expect(diagnostics.getByText(name, { exact: true })).toBeVisible();
  }
  await expect(diagnostics.getByText(/Camio does not accept the token/)).toBeVisible();
  await expect(diagnostics.getByText(`The token belongs to ${camio.email}.`)).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);

  await settings.copyReport();
  await expect(desk.window.getByText(/^The report was copied/)).toBeVisible();
});

test('a fault in the window leaves a trace without names and tokens, in a folder that Settings opens', async ({
  connected,
  camio,
}) => {
  const { desk, userDataDir } = connected;
  await desk.window.evaluate(
    ([name, token]) => {
      setTimeout(() => {
        throw new TypeError(`No reader "${name}". Authorization: Bearer ${token}`);
      });
    },
    [camio.first.name, camio.token] as const,
  );
  const logs = join(userDataDir, 'logs');
  const log = () => readFile(join(logs, 'reader-desk.log'), 'utf8');
  await expect.poll(log).toContain('In the window: an error. TypeError: No reader “…”');
  expect(await log()).toMatch(/^\S+ Reader Desk \d+\.\d+\.\d+ on /);
  expect(await log()).not.toContain(camio.token);
  expect(await log()).not.toContain(camio.first.name);
  await expect(desk.window.getByText('Reader Desk made a mistake inside').first()).toBeVisible();

  const settings = await desk.goToSettings();
  await settings.openLogFolder();
  await expect.poll(() => connected.openedExternally()).toEqual([logs]);
});
