import { connectionName, expect, test } from './fixtures/desk-test.ts';

test('a pasted token is cleaned, the connection renamed and recoloured', async ({ start, camio }) => {
  const { desk } = await start();
  const connections = await desk.goToConnections();
  await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: `  Bearer ${camio.token}  ` });
  await connections.check(connectionName);
  await expect(desk.window.getByText(camio.email).first()).toBeVisible();
  expect(camio.requests().at(-1)?.headers.authorization).toBe(`Bearer ${camio.token}`);

  await connections.edit(connectionName, { name: 'Harbor North', color: 'violet' });
  await expect(connections.connection('Harbor North')).toBeVisible();
  await expect(connections.connection(connectionName)).toBeHidden();
});

test('deleting a connection whose draft has changes asks for its name', async ({ connected }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  await expect(desk.saved).toBeVisible();
  const connections = await desk.goToConnections();
  const dialog = await connections.startDeleting(connectionName);
  const confirm = dialog.getByRole('button', { name: 'Delete connection' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox', { name: `Type ${connectionName} to confirm` }).fill(connectionName);
  await confirm.click();
  await expect(connections.connection(connectionName)).toBeHidden();
  await expect(desk.window.getByText('No connection yet')).toBeVisible();
});

test('a connection with another token reads the list again after 401', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  camio.fault({ kind: 'answer', status: 401, times: 1 });
  await readers.press('Refresh from Camio');
  await expect(desk.window.getByText(/does not accept the token/).first()).toBeVisible();
  const connections = await desk.goToConnections();
  await connections.replaceToken(connectionName, camio.token);
  camio.renameBehindTheScenes('00125', 'Turnstile East');
  await (await connections.open(connectionName)).press('Refresh from Camio');
  await expect(readers.row('00124')).toContainText('Turnstile 1');
  await expect(desk.reviewMovedButton).toBeVisible();
});
