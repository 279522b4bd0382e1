import { campusReaders } from '../../core/camio/simulator/campus.ts';
import { connect, connectionName, expect, test } from '../fixtures/desk-test.ts';
import { startFakeCamio } from '../fixtures/fake-camio.ts';
import { ConnectionsPage } from '../pages/connections-page.ts';

const folder = 'test-results/screenshots';
const sizes = { small: { width: 900, height: 600 }, usual: { width: 1280, height: 800 } } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of ['small', 'usual'] as const) {
    test(`${colorScheme} ${size}`, async ({ start }) => {
      const camio = await startFakeCamio(campusReaders(1284));
      const { desk } = await start();
      const { window } = desk;
      await window.setViewportSize(sizes[size]);
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      let count = 0;
      const shot = async (name: string) => {
        count += 1;
        await window.screenshot({
          path: `${folder}/${colorScheme}-${size}-${String(count).padStart(2, '0')}-${name}.png`,
        });
      };
      const connections = new ConnectionsPage(desk);
      await shot('first-start');
      await connections.startAdding();
      await connections.fill({ name: connectionName, baseUrl: 'camio.com', token: 'two words' });
      await connections.save();
      await shot('connection-form');
      await window.keyboard.press('Escape');
      const readers = await connect(desk, camio);
      await shot('readers');
      await desk.goToConnections();
      await connections.check(connectionName);
      await expect(window.getByText(camio.email).first()).toBeVisible();
      await shot('connection-checked');
      await desk.goToReaders();
      await readers.rename('000001', 'Front door');
      await readers.addReader('6F9619FF-8B86-D011', 'Data Center Mantrap');
      await readers.addReader('000001', 'Front  door');
      await window.keyboard.press('ControlOrMeta+Home');
      await readers.delete('000002', '000003');
      await readers.nameCell('000004').dblclick();
      await shot('readers-edited');
      await window.keyboard.press('Escape');
      await readers.press('Add reader');
      await window.keyboard.type('000001');
      await shot('adding');
      await window.keyboard.press('Escape');
      const blocked = await readers.review();
      await expect(blocked.pushButton).toBeVisible();
      await shot('review-blocked');
      await desk.goToReaders();
      await readers.select('000002');
      await readers.press('Undo');
      await readers.press('Undo');
      await readers.delete('000002', '000003');
      const review = await readers.review();
      await review.showWhatWillBeSent();
      await shot('review');
      await review.showWhatWillBeSent();
      camio.fault({ kind: 'latency', ms: 400 });
      await blocked.push();
      await shot('pushing');
      await expect(window.getByText(/Camio now holds/)).toBeVisible();
      camio.fault();
      await shot('pushed');
      const events = await desk.goToTestEvents();
      await events.chooseReader('Front door');
      await events.chooseEventType('Forced open');
      await shot('test-event');
      await events.send();
      await expect(events.sentEvents).toContainText('Accepted');
      await shot('test-event-sent');
      await desk.goToHistory();
      await expect(window.getByRole('table', { name: 'Snapshots' })).toBeVisible();
      await shot('history');
      await desk.goToSettings();
      await expect(window.getByText('Theme').first()).toBeVisible();
      await shot('settings');
      await camio.close();
    });
  }
}
