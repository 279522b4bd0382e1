import { expect, test } from './fixtures/desk-test.ts';

test('the window opens and shows its first page', async ({ start }) => {
  const { desk } = await start();
  await expect(desk.heading).toBeVisible();
  await expect(desk.rail).toBeVisible();
});

test('the page sees the calls of the contract and nothing else of the machine', async ({ start }) => {
  const { page } = await start();
  const seen = await page.evaluate(() => ({
    machine: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
    calls: Object.keys(window.readerDesk),
    frozen: Object.isFrozen(window.readerDesk) && Object.isFrozen(window.readerDesk.app),
  }));
  expect(seen.machine).toEqual([]);
  expect(seen.calls).toEqual(expect.arrayContaining(['app', 'connections', 'draft', 'push', 'on']));
  expect(seen.frozen).toBe(true);
});

test('the page may load nothing but its own files', async ({ start }) => {
  const { page } = await start();
  const violated = await page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective));
    const image = new Image();
    const failed = new Promise((resolve) => image.addEventListener('error', resolve));
    image.src = 'https://example.com/pixel.png';
    await failed;
    await fetch('https://example.com/').catch(() => undefined);
    const style = document.createElement('style');
    style.append('body { color: red }');
    document.head.append(style);
    // Violations are told a moment later, in order; asking main takes longer.
    await window.readerDesk.app.info();
    return directives;
  });
  expect(violated).toEqual(expect.arrayContaining(['img-src', 'connect-src', 'style-src-elem']));
});

test('the page stays where it is, and links go to the system’s browser only if they are Camio’s', async ({ start }) => {
  const app = await start();
  const { page } = app;
  const address = page.url();
  await page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    window.open('https://example.com/');
    window.open('https://help.camio.com/');
  });
  await expect.poll(() => app.openedExternally()).toEqual(['https://help.camio.com/']);
  expect(page.url()).toBe(address);
});

test('the page opens no window', async ({ start }) => {
  const { page } = await start();
  const opened = await page.evaluateHandle(() => ({ window: window.open('about:blank') }));
  // Electron answers null; a page of Chromium gets a window that is closed at once.
  await expect.poll(() => opened.evaluate(({ window }) => window?.closed ?? true)).toBe(true);
  expect(page.context().pages()).toHaveLength(1);
});

test('a permission the page asks for is refused', async ({ start }) => {
  const { page } = await start();
  const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
  expect(state).toBe('denied');
});

test('a second start hands over to the first and ends', async ({ start }) => {
  const app = await start();
  await expect(start({ userDataDir: app.userDataDir })).rejects.toThrow(/ended|closed|exit/i);
  await expect(app.desk.heading).toBeVisible();
});
