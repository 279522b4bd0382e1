import { expect, test } from './fixtures/desk-test.ts';

test('offline, what needs Camio is off with the reason, and everything else works', async ({ connected, camio }) => {
  const { desk, readers } = connected;
  const { window } = desk;
  const network = window.context();
  const received = camio.calls().length;
  const refresh = window.getByRole('button', { name: 'Refresh from Camio' });
  await network.setOffline(true);

  await expect(refresh).toBeDisabled();
  await readers.rename('00124', 'Turnstile 1');
  await expect(desk.saved).toBeVisible();
  const review = await readers.review();
  await expect(review.pushButton).toBeDisabled();
  await expect(window.getByText('This computer is offline.')).toBeVisible();
  const events = await desk.goToTestEvents();
  await events.chooseReader('Loading Dock');
  await expect(events.sendButton).toBeDisabled();
  await expect(window.getByText('This computer is offline.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Copy as curl' })).toBeEnabled();
  await desk.goToHistory();
  await expect(window.getByRole('button', { name: 'Take snapshot' })).toBeDisabled();
  expect(camio.calls()).toHaveLength(received);

  await network.setOffline(false);
  await desk.goToTestEvents();
  await expect(events.sendButton).toBeEnabled();
  await (await desk.goToReview()).push();
  await expect(desk.stored(5)).toBeVisible();
});
