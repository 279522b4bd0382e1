import { connectionName, expect, test } from './fixtures/desk-test.ts';
import { ConnectionsPage } from './pages/connections-page.ts';

test.use({ ownChromium: true });

test('an edit that was called saved survives SIGKILL, with its undo history', async ({ start, connected }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  await readers.rename('00124', 'Lobby North – Turnstile 1');
  await expect(readers.row('00124')).toContainText('Lobby North – Turnstile 1');
  await expect(desk.saved).toBeVisible();
  await connected.kill();

  const again = await start({ userDataDir: connected.userDataDir });
  const reopened = await new ConnectionsPage(again.desk).open(connectionName);
  await expect(reopened.row('00124')).toContainText('Lobby North – Turnstile 1');
  await reopened.press('Undo');
  await expect(reopened.row('00124')).toContainText('Turnstile 1');
  await expect(reopened.row('00124')).not.toContainText('Lobby North – Turnstile 1');
  await reopened.press('Undo');
  await expect(reopened.row('00124').getByText('Renamed')).toBeHidden();
});
