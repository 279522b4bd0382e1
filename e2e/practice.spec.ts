import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/desk-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ReadersPage } from './pages/readers-page.ts';

test('--practice opens straight into the practice account, which takes a push and shows what it received', async ({
  start,
}, testInfo) => {
  const userDataDir = testInfo.outputPath('data');
  const app = await start({ args: ['--practice'], userDataDir });
  const readers = new ReadersPage(app.desk);
  await expect(app.desk.heading).toHaveText('Readers');
  await expect(app.desk.window.getByText('240 readers').first()).toBeVisible();

  await readers.rename('000001', 'Front door');
  await (await readers.review()).push();
  await expect(app.desk.stored(240)).toBeVisible();
  await app.desk.goToConnections();
  await expect(app.desk.window.getByText('POST').first()).toBeVisible();
  await app.close();

  const again = await start({ args: ['--practice'], userDataDir });
  await expect(new ReadersPage(again.desk).row('000001')).toContainText('Front door');
});

for (const args of [['--practice'], []]) {
  test(`a practice file that cannot be read is set aside, and said so: ${args[0] ?? 'by button'}`, async ({
    start,
  }, testInfo) => {
    const userDataDir = testInfo.outputPath('data');
    await mkdir(join(userDataDir, 'practice'), { recursive: true });
    await writeFile(join(userDataDir, 'practice', 'practice.json'), '{"version":1,"port":');
    const { desk } = await start({ args, userDataDir });
    if (args.length === 0) await new ConnectionsPage(desk).tryPractice();
    await expect(desk.alerts.filter({ hasText: 'practice account starts with its first list' })).toBeVisible();
    await expect(desk.window.getByText('240 readers').first()).toBeVisible();
  });
}
