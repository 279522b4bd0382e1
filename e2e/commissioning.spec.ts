import { readFile } from 'node:fs/promises';
import { connect, expect, type RunningDesk, test } from './fixtures/desk-test.ts';
import { type FakeCamio, startFakeCamio } from './fixtures/fake-camio.ts';
import type { CommissioningPage } from './pages/commissioning-page.ts';

const doors = [
  'North Campus – Main Entrance',
  'North Campus – Turnstile 1',
  'North Campus – Turnstile 2',
  'North Campus – Loading Dock',
  'North Campus – Roof Hatch',
  'Riverside – Main Entrance',
  'Riverside – Garage',
  'Riverside – Server Room',
  'Riverside – Stairwell A',
  'Riverside – Stairwell B',
] as const;

const ids = doors.map((_, index) => `00${index + 201}`);

const tenDoors = test.extend<{ ten: RunningDesk & { page10: CommissioningPage; camio: FakeCamio } }>({
  camio: async ({ browserName: _ }, use) => {
    const camio = await startFakeCamio(doors.map((name, index) => ({ id: ids[index] ?? '', name })));
    await use(camio);
    await camio.close();
  },
  ten: async ({ start, camio }, use) => {
    const app = await start();
    await connect(app.desk, camio);
    await use({ ...app, camio, page10: await app.desk.goToCommissioning() });
  },
});

/** The ids of the readers that events came from, in the order Camio received them. */
const received = (camio: FakeCamio) =>
  camio
    .calls()
    .filter(({ path }) => path.endsWith('/webhooks'))
    .map(({ body }) => (body as { device_id: string }).device_id);

tenDoors('ten readers are swept, signed off, and handed over as a report', async ({ ten }, info) => {
  const { page10: page, camio, desk } = ten;
  await page.chooseReaders();
  await page.takeReaders('All readers in Camio');
  await page.start(10);
  await expect(page.state('Finished')).toBeVisible();
  await expect(page.sweep).toContainText('10 accepted');
  expect(received(camio)).toEqual(ids);

  await page.seen('Roof Hatch').click();
  await expect(page.seen('Roof Hatch')).toBeChecked();
  await page.note('North Campus – Loading Dock').fill('Lens is dirty');
  await page.note('North Campus – Loading Dock').press('Enter');
  await page.filter('riverside');
  await page.press('Mark shown as seen');
  await page.confirm('Mark 5 readers as seen');
  await page.filter('');
  await expect(desk.window.getByText('6 of 10 seen on video (60 %)')).toBeVisible();
  await expect(desk.rail.getByRole('link', { name: 'Commissioning' })).toContainText('60 %');

  const label = (await page.label('Roof Hatch').textContent()) ?? '';
  await page.result('Roof Hatch').getByRole('button', { name: 'Search in Camio' }).click();
  await expect.poll(ten.openedExternally).toEqual([expect.stringContaining(encodeURIComponent(label))]);

  const path = info.outputPath('report.html');
  await ten.nextSaveDialog(path);
  await page.exportReport('Web page (HTML)', 'Harbor 5', 'Dana Reyes');
  await expect(desk.window.getByText(`Report of 10 readers saved to ${path}.`)).toBeVisible();
  const report = await readFile(path, 'utf8');
  for (const text of ['Harbor 5', 'Dana Reyes', camio.email, 'Reader Desk 0.1.0', 'Lens is dirty', label, ...ids]) {
    expect(report).toContain(text);
  }
  expect(report).toContain('6 of 10 (60 %)');
});
