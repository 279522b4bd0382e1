import { connect, expect, test } from './fixtures/desk-test.ts';

test('the first push to a server needs a yes outside the window, once', async ({ start, camio }) => {
  const connected = await start();
  const { desk } = connected;
  const readers = await connect(desk, camio);
  await connected.agreeTo();
  await readers.rename('00124', 'Turnstile 1');
  await expect(desk.saved).toBeVisible();
  const review = await readers.review();

  await connected.nextMessageBox('Cancel');
  await review.push();
  await expect.poll(() => connected.messageBoxes()).toHaveLength(1);
  const [asked] = await connected.messageBoxes();
  expect(asked).toContain(`Account: ${camio.email}`);
  expect(asked).toContain(`Server: ${new URL(camio.baseUrl).origin}`);
  expect(camio.requests().some(({ method }) => method === 'POST')).toBe(false);

  await connected.nextMessageBox('Push to Camio');
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
  expect(await connected.messageBoxes()).toHaveLength(2);
});
