import { expect, test } from './fixtures/desk-test.ts';
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
  await expect(app.desk.window.getByText('Camio now holds 240 readers')).toBeVisible();
  await app.desk.goToConnections();
  await expect(app.desk.window.getByText('POST').first()).toBeVisible();
  await app.close();

  const again = await start({ args: ['--practice'], userDataDir });
  await expect(new ReadersPage(again.desk).row('000001')).toContainText('Front door');
});
