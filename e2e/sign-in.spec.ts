import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorizationFault } from '../core/simulator/authorization-faults.ts';
import { browser } from '../electron/testing/browser.ts';
import { byKeyboard } from './fixtures/by-keyboard.ts';
import { connectionName, type RunningDesk } from './fixtures/desk-test.ts';
import type { FakeCamio } from './fixtures/fake-camio.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { clientId, expect, openedLink, test } from './fixtures/sign-in-test.ts';
import type { ConnectionsPage } from './pages/connections-page.ts';
import type { SignInDialog } from './pages/sign-in-dialog.ts';

const addresses = ({ baseUrl, authorizeUrl, tokenUrl }: FakeCamio) => ({
  name: connectionName,
  baseUrl,
  clientId,
  authorizeUrl,
  tokenUrl,
});

/** Adds the connection and presses its button; the question about the foreign server is answered with yes. */
async function begin(
  app: RunningDesk,
  camio: FakeCamio,
): Promise<{ readonly connections: ConnectionsPage; readonly signIn: SignInDialog }> {
  const connections = await app.desk.goToConnections();
  await connections.addSigningIn(addresses(camio));
  await app.nextMessageBox('Sign in');
  const signIn = await connections.signIn(connectionName);
  await expect(signIn.status).toContainText('Waiting for your browser.');
  return { connections, signIn };
}

test('signing in by mouse, and again; Forget token withdraws it at Camio', async ({ start, signInCamio }) => {
  const app = await start();
  const { connections, signIn } = await begin(app, signInCamio);
  expect(await app.messageBoxes()).toContainEqual(expect.stringContaining(new URL(signInCamio.authorizeUrl).host));
  await signIn.press('Open again');
  await expect.poll(async () => (await app.openedExternally()).length).toBe(2);
  await expectNoFindingsInAnyScheme(app.desk);
  const page = await browser.signIn(await openedLink(app));
  expect(page.status).toBe(200);
  await expect(signIn.status).toContainText(`Signed in as ${signInCamio.email}.`);
  await expectNoFindingsInAnyScheme(app.desk);
  await signIn.press('Close');

  const readers = await connections.open(connectionName);
  await expect(readers.row(signInCamio.first.id)).toBeVisible();
  await app.desk.goToConnections();
  await expect(connections.connection(connectionName).getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await connections.connection(connectionName).getByRole('button', { name: 'Forget token' }).click();
  await app.desk.window.getByRole('alertdialog').getByRole('button', { name: 'Forget token' }).click();
  await expect(app.desk.window.getByText('Camio was told').first()).toBeVisible();
  expect(signInCamio.signIns.state().grants.every(({ isRevoked }) => isRevoked)).toBe(true);

  const history = await app.desk.goToHistory();
  await expect(app.desk.window.getByText('with the scope annotations:write').first()).toBeVisible();
  expect(history).toBeDefined();
});

test('signing in by keyboard; the link can be copied', async ({ start, signInCamio }) => {
  const app = await start();
  const { type, tabTo } = byKeyboard(app.desk.window);
  const { keyboard } = app.desk.window;
  await tabTo('button', 'Add connection');
  await type('Enter');
  await tabTo('textbox', 'Name');
  await keyboard.type(connectionName);
  await tabTo('textbox', 'API base URL');
  await type('ControlOrMeta+a');
  await keyboard.type(signInCamio.baseUrl);
  await tabTo('radio', 'Paste a token');
  await type('ArrowDown');
  await tabTo('textbox', 'Client ID');
  await keyboard.type(clientId);
  await tabTo('button', 'Addresses');
  await type('Enter');
  await tabTo('textbox', 'Authorize URL');
  await type('ControlOrMeta+a');
  await keyboard.type(signInCamio.authorizeUrl);
  await tabTo('textbox', 'Token URL');
  await type('ControlOrMeta+a');
  await keyboard.type(signInCamio.tokenUrl);
  await type('Enter');
  await app.nextMessageBox('Sign in');
  await tabTo('button', 'Sign in with Camio');
  await type('Enter');
  await tabTo('button', 'Copy the link');
  await type('Enter');
  await expect(app.desk.window.getByText('The link is on the clipboard.')).toBeVisible();

  // The host's clipboard cannot be read from here; sign-ins.test.ts compares the link that is copied with this one.
  await browser.signIn((await app.openedExternally()).at(-1) ?? '');
  await expect(app.desk.window.getByText(`Signed in as ${signInCamio.email}.`)).toBeVisible();
  await expect(app.desk.window.getByRole('button', { name: 'Close' })).toBeFocused();
  await type('Enter');
  await expect(app.desk.window.getByRole('dialog')).toBeHidden();
});

const faults: readonly (readonly [AuthorizationFault, RegExp])[] = [
  [{ kind: 'wrong issuer' }, /came from a server other than the one that was asked/],
  [{ kind: 'no code' }, /without the code/],
  [{ kind: 'answer with error', error: 'access_denied' }, /Access was denied/],
  [{ kind: 'answer with error', error: 'server_error' }, /could not sign you in/],
  [{ kind: '200 with error', error: 'bad_verification_code' }, /no longer accepts this sign-in/],
  [{ kind: 'less scope' }, /annotations:write is missing/],
  [{ kind: 'token answer', status: 500 }, /failed \(status 500\)/],
  [{ kind: 'token answer', status: 429 }, /takes no more sign-ins for now/],
  [
    { kind: 'token answer', status: 302, headers: { location: 'https://evil.example/' } },
    /pointed to https:\/\/evil.example/,
  ],
  [{ kind: 'token answer', status: 200, body: '<html>' }, /could not be read/],
  [{ kind: 'form-encoded' }, /Signed in as/],
  [{ kind: 'no token type' }, /Signed in as/],
];

test('every fault of a server is said in the dialog, and Try again goes on from there', async ({
  start,
  signInCamio,
}) => {
  const app = await start();
  const { signIn } = await begin(app, signInCamio);
  for (const [index, [fault, said]] of faults.entries()) {
    signInCamio.signIns.setFaults([fault]);
    await browser.signIn(await openedLink(app));
    await expect(signIn.status).toContainText(said);
    if (index === 0) await expectNoFindingsInAnyScheme(app.desk);
    if (said.test('Signed in as')) break;
    await app.nextMessageBox('Sign in');
    await signIn.press('Try again');
    await expect(signIn.status).toContainText('Waiting for your browser.');
  }
});

test('a stranger’s callback neither completes nor ends it; denied, cancelled and Paste a token instead', async ({
  start,
  signInCamio,
}) => {
  const app = await start();
  const { signIn } = await begin(app, signInCamio);
  const link = await openedLink(app);
  const redirect = new URL(link).searchParams.get('redirect_uri') ?? '';
  for (const query of ['?error=access_denied', '?code=c&state=guessed', '']) {
    expect((await fetch(`${redirect}${query}`)).status).toBe(400);
  }
  expect((await fetch(new URL('/', redirect))).status).toBe(404);
  await expect(signIn.status).toContainText('Waiting for your browser.');
  await browser.signIn(link, 'deny');
  await expect(signIn.status).toContainText('Access was denied in the browser.');

  await app.nextMessageBox('Sign in');
  await signIn.press('Try again');
  await expect(signIn.status).toContainText('Waiting for your browser.');
  const second = new URL(await openedLink(app)).searchParams.get('redirect_uri') ?? '';
  await signIn.press('Cancel');
  await expect(signIn.dialog).toBeHidden();
  await expect
    .poll(() =>
      fetch(second).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed');

  await app.nextMessageBox('Sign in');
  const again = await (await app.desk.goToConnections()).signIn(connectionName);
  await again.press('Paste a token instead');
  await expect(app.desk.window.getByRole('dialog', { name: /Replace the token/ })).toBeVisible();
});

test('another account is refused, and the connection keeps its token', async ({ start, signInCamio }) => {
  const app = await start();
  const { connections, signIn } = await begin(app, signInCamio);
  await browser.signIn(await openedLink(app));
  await expect(signIn.status).toContainText('Signed in as');
  await signIn.press('Close');
  signInCamio.becomes('bob@other.example');
  await app.nextMessageBox('Sign in');
  const again = await connections.signIn(connectionName);
  await expect(again.status).toContainText('Waiting for your browser.');
  await browser.signIn(await openedLink(app));
  await expect(again.status).toContainText(
    `signed in as bob@other.example, but this connection belongs to ${signInCamio.email}`,
  );
});

test('the practice account signs in with the same code, without a question', async ({ start }) => {
  const app = await start({ args: ['--practice'] });
  await expect(app.desk.heading).toHaveText('Readers');
  const connections = await app.desk.goToConnections();
  const signIn = await connections.signIn('Practice account');
  await browser.signIn(await openedLink(app));
  await expect(signIn.status).toContainText('Signed in as practice@camio.example.');
  await signIn.press('Close');
  await connections.check('Practice account');
  await expect(app.desk.window.getByText('The token belongs to practice@camio.example.')).toBeVisible();
  const shown = await app.desk.window.evaluate(async () => JSON.stringify(await window.readerDesk.practice.status()));
  expect(shown).toContain('/api/login/oauth/access_token');
  expect(shown).not.toMatch(/code_verifier|refresh_token|signed-in-/);
});

test('no code, verifier, state or token is in a file, a message to the window or the opened address', async ({
  start,
  signInCamio,
}, testInfo) => {
  const userDataDir = testInfo.outputPath('data');
  const app = await start({
    host: 'chromium',
    userDataDir,
    env: { READER_DESK_HOST_KEYRING: testInfo.outputPath('keyring') },
  });
  const { signIn } = await begin(app, signInCamio);
  await app.desk.window.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    window.readerDesk.on.signInState((state) => told.push(state));
  });
  await browser.signIn(await openedLink(app));
  await expect(signIn.status).toContainText('Signed in as');
  await signIn.press('Close');
  const link = await openedLink(app);
  const inWindow = await app.desk.window.evaluate(async () =>
    JSON.stringify([
      Reflect.get(globalThis, 'told'),
      await window.readerDesk.connections.list(),
      await window.readerDesk.activity.list(),
      document.documentElement.outerHTML,
    ]),
  );
  await app.close();

  const bodyOf = (part: string) => signInCamio.requests().find(({ body }) => body.includes(part))?.body ?? '';
  const trade = new URLSearchParams(bodyOf('authorization_code'));
  const secrets = [
    trade.get('code') ?? '',
    trade.get('code_verifier') ?? '',
    ...signInCamio.signIns.state().grants.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken ?? '']),
  ];
  expect(secrets).toHaveLength(4);
  const files = (await readdir(userDataDir, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
  const state = new URL(link).searchParams.get('state') ?? '';
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(10);
    expect(inWindow).not.toContain(secret);
    expect(link).not.toContain(secret);
    expect(contents.some((bytes) => bytes.includes(secret))).toBe(false);
  }
  expect(inWindow).not.toContain(state);
  expect(contents.some((bytes) => bytes.includes(state))).toBe(false);
});
