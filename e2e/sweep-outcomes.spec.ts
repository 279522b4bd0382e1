import { acceptedAt, eventsAt, expect, tenIds, test } from './fixtures/sweep-test.ts';

const webhooks = { call: 'webhooks' } as const;

test('a token that dies at the fourth of ten stops the sweep; the rest goes once it is replaced', async ({
  commissioning,
  camio,
}) => {
  const { desk, sweeps } = commissioning;
  camio.fault({ ...webhooks, kind: 'answer', status: 401, body: 'Token expired', after: 3 });
  await sweeps.sweepAll(10);
  await expect(sweeps.state('Token refused')).toBeVisible();
  await expect(sweeps.sweep).toContainText('3 accepted');
  await expect(sweeps.sweep).toContainText('7 pending');
  expect(eventsAt(camio)).toHaveLength(4);
  // Whoever looks at another page meanwhile hears of it there.
  await desk.goToReaders();
  await expect(sweeps.news).toContainText('needs a new token: 7 real events are left to send.');
  await desk.goToCameraPlan();
  await expect(sweeps.news).toBeVisible();
  await desk.goToTestEvents();
  await expect(sweeps.news).toBeVisible();
  await sweeps.news.getByRole('button', { name: 'Go to Commissioning' }).click();

  camio.fault();
  await sweeps.press('Replace token');
  await desk.window.getByLabel('Token', { exact: true }).fill(camio.token);
  await desk.window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.window.getByRole('dialog')).toBeHidden();
  await sweeps.press('Resume');
  await expect(sweeps.state('Finished')).toBeVisible();
  await expect(sweeps.sweep).toContainText('10 accepted');
  // The fourth was refused by its token, so nothing was recorded: it is the only one that was sent twice.
  expect(eventsAt(camio).map(({ id }) => id)).toEqual([...tenIds.slice(0, 4), ...tenIds.slice(3)]);
  expect(acceptedAt(camio)).toEqual(tenIds);
});

for (const [how, retryAfter] of [
  ['in seconds', () => '2'],
  // To the second, so up to one of them is cut off.
  ['as a date', () => new Date(Date.now() + 3_000).toUTCString()],
] as const) {
  test(`a sweep waits as long as Retry-After asks, told ${how}, and goes on by itself`, async ({
    commissioning,
    camio,
  }) => {
    const { sweeps } = commissioning;
    camio.fault({ ...webhooks, kind: 'hold', after: 4 });
    await sweeps.sweepAll(10);
    await expect(sweeps.sweep).toContainText('4 accepted');
    camio.fault({ ...webhooks, kind: 'answer', status: 429, headers: { 'retry-after': retryAfter() }, times: 1 });
    await expect(sweeps.state('Waiting')).toBeVisible();
    await expect(sweeps.sweep).toContainText('The sweep goes on by itself');
    await expect(sweeps.state('Finished')).toBeVisible();
    expect(acceptedAt(camio)).toEqual(tenIds);
    const [refused, next] = camio
      .requests()
      .filter(({ path }) => path.endsWith('/webhooks'))
      .slice(5);
    expect(refused?.status).toBe(429);
    expect(Date.parse(next?.receivedAt ?? '') - Date.parse(refused?.receivedAt ?? '')).toBeGreaterThanOrEqual(1_000);
  });
}

test('what was refused is retried, and what is unknown is asked about by itself', async ({ commissioning, camio }) => {
  const { sweeps } = commissioning;
  camio.fault(
    { ...webhooks, kind: 'answer', status: 422, body: 'device_id is not known', after: 1, times: 1 },
    // It does not count the one that the fault above has met.
    { ...webhooks, kind: 'reset', commit: true, after: 3, times: 1 },
  );
  await sweeps.sweepAll(10);
  await expect(sweeps.state('Finished')).toBeVisible();
  await expect(sweeps.sweep).toContainText('8 accepted');
  await expect(sweeps.result('Turnstile 1')).toContainText('Refused');
  await expect(sweeps.result('Turnstile 1')).toContainText('device_id is not known');
  await expect(sweeps.seen('Turnstile 1')).toBeDisabled();
  await expect(sweeps.result('Roof Hatch')).toContainText('Unknown');
  expect(eventsAt(camio)).toHaveLength(10);

  await sweeps.press('Retry failed');
  await expect(sweeps.question).toContainText('Camio refused them and recorded nothing');
  await sweeps.confirm('Send 1 real event');
  await expect(sweeps.result('Turnstile 1')).toContainText('Accepted');
  await expect(sweeps.state('Finished')).toBeVisible();
  expect(
    eventsAt(camio)
      .slice(10)
      .map(({ id }) => id),
  ).toEqual(['00202']);

  await sweeps.press('Send unknown again');
  await expect(sweeps.question).toContainText('may make an event appear twice');
  await sweeps.question.getByRole('button', { name: 'Cancel' }).click();
  expect(eventsAt(camio)).toHaveLength(11);
  await sweeps.press('Send unknown again');
  await sweeps.confirm('Send 1 real event');
  await expect(sweeps.sweep).toContainText('10 accepted');
  expect(
    eventsAt(camio)
      .slice(11)
      .map(({ id }) => id),
  ).toEqual(['00205']);
});

test('a sweep is paused, resumed, and stopped for good', async ({ commissioning, camio }) => {
  const { sweeps } = commissioning;
  camio.fault({ ...webhooks, kind: 'hold', after: 3 });
  await sweeps.sweepAll(10);
  await expect(sweeps.sweep).toContainText('3 accepted');
  await sweeps.press('Pause');
  await expect(sweeps.state('Pausing')).toBeVisible();
  // What was on its way is waited for; nothing is sent after it.
  camio.fault({ ...webhooks, kind: 'hold', after: 2 });
  await expect(sweeps.state('Paused')).toBeVisible();
  await expect(sweeps.sweep).toContainText('4 accepted');
  expect(acceptedAt(camio)).toEqual(tenIds.slice(0, 4));

  await sweeps.press('Resume');
  await expect(sweeps.sweep).toContainText('6 accepted');
  await sweeps.press('Stop');
  await sweeps.confirm('Stop the sweep');
  await expect(sweeps.state('Pausing')).toBeVisible();
  camio.fault();
  await expect(sweeps.state('Stopped')).toBeVisible();
  await expect(sweeps.sweep).toContainText('7 accepted');
  await expect(sweeps.sweep.getByRole('button', { name: 'Resume' })).toBeHidden();
  expect(acceptedAt(camio)).toEqual(tenIds.slice(0, 7));
});

test('offline, no sweep can be started or resumed, and the reason is said', async ({ commissioning, camio }) => {
  const { desk, sweeps } = commissioning;
  camio.fault({ ...webhooks, kind: 'hold', after: 1 });
  await sweeps.sweepAll(10);
  await sweeps.press('Pause');
  await expect(sweeps.state('Pausing')).toBeVisible();
  camio.fault();
  await expect(sweeps.state('Paused')).toBeVisible();
  await desk.window.context().setOffline(true);
  await expect(sweeps.sweep.getByRole('button', { name: 'Resume' })).toBeDisabled();
  await expect(desk.window.getByRole('button', { name: 'Choose readers' })).toBeDisabled();
  // What was sent can be signed off all the same.
  await sweeps.seen('Main Entrance').first().click();
  await expect(sweeps.seen('Main Entrance').first()).toBeChecked();
  await desk.window.context().setOffline(false);
  await expect(sweeps.sweep.getByRole('button', { name: 'Resume' })).toBeEnabled();
});
