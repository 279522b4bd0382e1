import { test as base, connect, connectionName, expect } from './fixtures/desk-test.ts';
import { type FakeProxy, startFakeProxy } from './fixtures/fake-proxy.ts';
import { expectNoFindingsInAnyScheme } from './fixtures/no-findings.ts';
import { ConnectionsPage } from './pages/connections-page.ts';
import { ProxyLogin } from './pages/proxy-login.ts';

const test = base.extend<{ officeProxy: FakeProxy }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  officeProxy: async ({}, use) => {
    const proxy = await startFakeProxy('ann', 'right');
    await use(proxy);
    await proxy.close();
  },
});

test('a proxy gets the name and password it asks for, once for all calls', async ({
  start,
  camio,
  officeProxy: proxy,
}) => {
  const { desk } = await start({ args: [...proxy.switches] });
  const login = new ProxyLogin(desk);
  const connecting = connect(desk, camio);
  await expect(login.dialog).toContainText(`${proxy.address} (“Harbor Office”)`);
  await expectNoFindingsInAnyScheme(desk);
  await login.signIn('ann', 'wrong');
  await expect(login.dialog).toContainText('The proxy refused this name and password.');
  await login.signIn('ann', 'right');
  const readers = await connecting;
  await expect(login.dialog).toBeHidden();

  // A push has connections of its own.
  await readers.rename('00124', 'Turnstile 1');
  const review = await readers.review();
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
  expect(proxy.passed()).toBe(camio.requests().length);
});

test('cancelled, the failure is the proxy’s, not Camio’s', async ({ start, camio, officeProxy: proxy }) => {
  const { desk } = await start({ args: [...proxy.switches] });
  const connections = new ConnectionsPage(desk);
  await connections.add({ name: connectionName, baseUrl: camio.baseUrl, token: camio.token });
  await connections.open(connectionName);
  const login = new ProxyLogin(desk);
  await login.cancel();
  await expect(desk.window.getByText('the proxy of this network asks for a name and password').first()).toBeVisible();
  expect(camio.requests()).toEqual([]);
});
