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
