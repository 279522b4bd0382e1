import { expect, test } from '../fixtures/desk-test.ts';
import { ReadersPage } from '../pages/readers-page.ts';

test('the picture in the README', async ({ start }) => {
  const { desk } = await start({ args: ['--practice'] });
  const { window } = desk;
  await window.setViewportSize({ width: 1280, height: 800 });
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const readers = new ReadersPage(desk);
  await expect(readers.row('000001')).toBeVisible();
  await readers.rename('000001', 'North Campus – Main Building – Reception');
  await readers.rename('ZH-C-0002', 'Zürich – Main Building – Turnstile  1');
  await readers.addReader('6F9619FF-8B86-D011', 'Data Center Mantrap');
  await window.keyboard.press('ControlOrMeta+Home');
  await readers.delete('000003');
  await expect(window.getByRole('button', { name: 'Dismiss' })).toBeHidden({ timeout: 20_000 });
  await readers.nameCell('000004').dblclick();
  await expect(desk.saved).toBeVisible();
  await window.screenshot({ path: 'docs/screenshots/readers.png' });
});
