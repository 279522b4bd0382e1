import { expect, test } from './fixtures/desk-test.ts';

test('removing many readers is braked until the number is typed', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.delete('00123', '00124', '00125');
  const review = await readers.review();
  await expect(review.pushButton).toBeDisabled();
  await review.brake(3).fill('2');
  await expect(review.pushButton).toBeDisabled();
  await review.brake(3).fill('3');
  await review.push();
  await expect(desk.stored(2)).toBeVisible();
  expect(camio.names()).toEqual(['Loading Dock', 'Roof Hatch']);
});

test('emptying the list is braked, and can be taken back by undo and a second push', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  const before = camio.names();
  await readers.delete(...camio.ids());
  const review = await readers.review();
  await review.brake(5).fill('5');
  await review.push();
  await expect(desk.stored(0)).toBeVisible();
  expect(camio.names()).toEqual([]);

  const again = await desk.goToReaders();
  await again.press('Undo');
  await (await again.review()).push();
  await expect(desk.stored(5)).toBeVisible();
  expect(camio.names()).toEqual(before);
});

test('a filter does not narrow what is sent, and the review says so', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  await readers.rename('00124', 'Turnstile 1');
  await readers.filter.fill('dock');
  const review = await readers.review();
  await expect(desk.window.getByText(/1 shown, 5 will be sent/)).toBeVisible();
  await review.push();
  await expect(desk.stored(5)).toBeVisible();
  expect(camio.names()).toHaveLength(5);
});

test('a double click starts one push', async ({ connected, camio }) => {
  await connected.readers.rename('00124', 'Turnstile 1');
  camio.fault({ kind: 'latency', ms: 300 });
  const review = await connected.readers.review();
  await review.pushButton.dblclick();
  await expect(connected.desk.stored(5)).toBeVisible();
  expect(camio.calls().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('accepted but not stored as sent is never called success', async ({ connected, camio }) => {
  await connected.readers.rename('00124', 'Turnstile 1');
  camio.fault({ kind: 'accept, but ignore', method: 'POST' });
  const review = await connected.readers.review();
  await review.push();
  await expect(connected.desk.window.getByText(/not stored as sent/i).first()).toBeVisible();
  await expect(connected.desk.window.getByText('Camio now holds')).toBeHidden();
});
