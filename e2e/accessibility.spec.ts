import { byKeyboard } from './fixtures/by-keyboard.ts';
import { connectionName, expect, test } from './fixtures/desk-test.ts';
import { startFakeCamio } from './fixtures/fake-camio.ts';
import { expectToStandOutInHighContrast } from './fixtures/high-contrast.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test('axe finds nothing on any page and face', async ({ start, camio }) => {
  const { desk } = await start();
  const connections = new ConnectionsPage(desk);
  await expectNoFindingsInAnyScheme(desk);

  await connections.startAdding();
  await connections.fill({ name: '', baseUrl: 'camio.com', token: 'two words' });
  await connections.save();
  await expectNoFindingsInAnyScheme(desk);
  await connections.fill({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
  await connections.save();
  await expectNoFindingsInAnyScheme(desk);
  await connections.check(connectionName);
  await expect(desk.window.getByText(camio.email).first()).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);

  camio.fault({ kind: 'answer', status: 500 });
  const readers = await connections.open(connectionName);
  await expect(desk.retryButton).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  camio.fault();
  await desk.retryButton.click();
  await expect(readers.row('00124')).toBeVisible();
  await readers.rename('00124', 'Turnstile 1');
  await readers.addDuplicate('00123', 'Same id');
  await readers.delete('00126');
  await expectNoFindingsInAnyScheme(desk);

  const review = await readers.review();
  await review.showWhatWillBeSent();
  await expectNoFindingsInAnyScheme(desk);
  await desk.goToReaders();
  await readers.press('Undo');
  await readers.press('Undo');
  await (await readers.review()).push();
  await expect(desk.window.getByText(/Camio now holds/)).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);

  const events = await desk.goToTestEvents();
  await expectNoFindingsInAnyScheme(desk);
  await events.chooseReader('Loading Dock');
  await events.send();
  await expect(events.sentEvents).toContainText('Accepted');
  await expectNoFindingsInAnyScheme(desk);

  const history = await desk.goToHistory();
  await expect(history.snapshot('Before a push')).toBeVisible();
  await history.verify();
  await expect(desk.window.getByText(/lines fit together/)).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await history.compare(history.snapshot('Before a push'));
  await expect(history.comparison.getByRole('status')).toBeVisible();
  await expectNoFindingsInAnyScheme(desk);
  await history.closeComparison();

  const settings = await desk.goToSettings();
  await expectNoFindingsInAnyScheme(desk);
  await expectToStandOutInHighContrast(desk, desk.rail.getByRole('link', { name: 'Settings' }));
  await expectToStandOutInHighContrast(desk, settings.theme('System'));
});

test('the main job by keyboard alone', async ({ start }) => {
  const camio = await startFakeCamio();
  const { desk } = await start();
  const { keyboard } = desk.window;
  const { type, tabTo } = byKeyboard(desk.window);

  await tabTo('button', 'Add connection');
  await type('Enter');
  await tabTo('textbox', 'Name');
  await keyboard.type(connectionName);
  await tabTo('textbox', 'API base URL');
  await type('ControlOrMeta+a');
  await keyboard.type(camio.baseUrl);
  await tabTo('textbox', 'Token');
  await keyboard.type(camio.token);
  await type('Enter');
  await tabTo('button', 'Open');
  await type('Enter');

  await tabTo('grid', 'Readers');
  await type('ControlOrMeta+Home', 'ArrowRight', 'ArrowRight', 'F2', 'ControlOrMeta+a');
  await keyboard.type('Front door');
  await type('Enter');
  await expect(desk.saved).toBeVisible();
  await type('ControlOrMeta+s');
  await expect(desk.heading).toHaveText('Review');
  await tabTo('button', 'Push to Camio');
  await type('Enter');
  await expect(desk.stored(5)).toBeVisible();
  expect(camio.names()).toContain('Front door');

  await tabTo('link', 'Test events');
  await type('Enter');
  await tabTo('combobox', 'Reader');
  await keyboard.type('Front');
  await desk.window.getByRole('option', { name: 'Front door' }).waitFor();
  await type('ArrowDown', 'Enter');
  await tabTo('button', 'Send event');
  await type('Enter');
  await expect(desk.window.getByRole('table', { name: 'Sent events' })).toContainText('Accepted');
  await camio.close();
});
