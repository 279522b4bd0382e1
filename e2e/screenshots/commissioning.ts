import { campusReaders } from '../../core/simulator/campus.ts';
import { connect, expect, test } from '../fixtures/desk-test.ts';
import { startFakeCamio } from '../fixtures/fake-camio.ts';
import { lookAt, looks } from './looks.ts';

const longName =
  'North Campus – Main Building – Level 3 – Emergency exit towards the courtyard with the bicycle stands, leaf B';

for (const look of looks) {
  test(`commissioning, ${look.colorScheme} ${look.size}`, async ({ start }) => {
    const camio = await startFakeCamio([{ id: '0001', name: longName }, ...campusReaders(40)]);
    const { desk } = await start();
    await connect(desk, camio);
    const shot = await lookAt(desk.window, look, 'commissioning');
    const page = await desk.goToCommissioning();
    await shot('empty');
    await page.chooseReaders();
    await shot('choose-readers');
    await page.takeReaders('All readers in Camio');
    await page.setEventsAtOnce(2);
    await page.choice.getByRole('button', { name: 'Start sweep' }).click();
    await shot('confirm');
    camio.fault(
      { kind: 'answer', call: 'webhooks', status: 422, body: 'device_id is not known', after: 3, times: 2 },
      { kind: 'reset', call: 'webhooks', commit: true, after: 8, times: 1 },
      { kind: 'answer', call: 'webhooks', status: 429, headers: { 'retry-after': '4' }, after: 14, times: 1 },
      { kind: 'latency', ms: 200, call: 'webhooks' },
    );
    await page.confirm('Send 41 real events');
    await expect(page.state('Waiting')).toBeVisible();
    await shot('waiting');
    camio.fault({ kind: 'answer', call: 'webhooks', status: 401, body: 'unknown token' });
    await expect(page.state('Token refused')).toBeVisible({ timeout: 10_000 });
    await shot('token-refused');
    const plan = await desk.goToCameraPlan();
    await plan.press('Add camera');
    await expect(page.news).toBeVisible();
    await shot('news-on-camera-plan');
    await desk.goToTestEvents();
    await expect(page.news).toBeVisible();
    await shot('news-on-test-events');
    await desk.goToCommissioning();
    camio.fault();
    await page.press('Resume');
    await expect(page.state('Finished')).toBeVisible();
    await page.seen('Emergency exit').click();
    await page.note(longName).fill('Seen from behind only');
    await page.note(longName).press('Enter');
    await shot('finished');
    await page.press('Chart as a table');
    await shot('chart-as-a-table');
    await camio.close();
  });
}
