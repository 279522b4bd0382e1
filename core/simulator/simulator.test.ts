import { describe, expect, test } from 'vitest';
import { campusReaders } from './campus.ts';
import { apiPath, type SimulatorState, simulate, simulatorState } from './simulator.ts';

const token = 'right';
const first = simulatorState([{ id: '00124', name: 'Turnstile 1' }], 'ops@example.com');
const stored = '{"readers":[{"device_id":"00124","device_name":"Turnstile 1"}]}';

function ask(state: SimulatorState, method: string, path: string, body = '', authorization = `Bearer ${token}`) {
  return simulate(state, { method, path, authorization, body }, token);
}

const devices = `${apiPath}/devices`;
const webhooks = `${apiPath}/webhooks`;

test('lists what it holds', () => {
  expect(ask(first, 'GET', devices)).toMatchObject({ state: first, answer: { status: 200, body: stored } });
});

test.each(['readers', 'devices'])('a POST under "%s" overwrites the whole list', (key) => {
  const { state, answer } = ask(first, 'POST', devices, `{"${key}":[{"device_id":"9","zone":1.0}]}`);
  expect(answer.status).toBe(200);
  expect(ask(state, 'GET', devices).answer.body).toBe('{"readers":[{"device_id":"9","zone":1.0}]}');
});

test('a body that is no list changes nothing', () => {
  expect(ask(first, 'POST', devices, '{"reader":[]}')).toMatchObject({ state: first, answer: { status: 400 } });
});

test.each([
  ['GET', devices],
  ['POST', devices],
  ['POST', webhooks],
  ['GET', '/api/user'],
])('%s %s needs the token', (method, path) => {
  for (const authorization of ['', 'right', 'Bearer wrong']) {
    const { state, answer } = ask(first, method, path, '{"readers":[]}', authorization);
    expect(answer.status).toBe(401);
    expect(state).toBe(first);
  }
});

test('tells whose account it is, and what it does not have', () => {
  expect(ask(first, 'GET', '/api/user').answer.body).toBe('{"email":"ops@example.com"}');
  expect(ask(first, 'GET', `${apiPath}/nothing`).answer.status).toBe(404);
  expect(ask(first, 'PUT', devices).answer.status).toBe(405);
});

describe('events', () => {
  const event = { device_id: '00124', timestamp: '2021-11-01T17:30:10.000Z', event_type: 'Entry Unlocked' };

  test.each([
    ['flat', event],
    ['event', { event }],
    ['events', { events: [event] }],
  ])('are taken %s', (_envelope, body) => {
    const { state, answer } = ask(first, 'POST', webhooks, JSON.stringify(body));
    expect(answer.status).toBe(200);
    expect(state.events).toEqual([event]);
  });

  test.each([
    ['no device_id', { ...event, device_id: undefined }],
    ['an empty device_id', { ...event, device_id: '' }],
    ['no timestamp', { ...event, timestamp: undefined }],
    ['a timestamp in words', { ...event, timestamp: 'yesterday' }],
    ['a day that does not exist', { ...event, timestamp: '2021-13-41T17:30:10.000Z' }],
    ['nothing to say', { ...event, event_type: undefined }],
    ['an unknown event type', { ...event, event_type: 'door kicked' }],
    ['labels that are no list', { ...event, labels: 'South Entry' }],
    ['a label that is no text', { ...event, labels: [1] }],
  ])('with %s are refused', (_what, body) => {
    expect(ask(first, 'POST', webhooks, JSON.stringify(body))).toMatchObject({ state: first, answer: { status: 422 } });
  });

  test.each([{ labels: ['South Entry'] }, { actor_id: 'a' }, { actor_name: 'b' }])('%j alone is enough', (says) => {
    const body = JSON.stringify({ device_id: '1', timestamp: event.timestamp, ...says });
    expect(ask(first, 'POST', webhooks, body).answer.status).toBe(200);
  });

  test('one bad event refuses its whole batch', () => {
    const body = JSON.stringify({ events: [event, { ...event, device_id: '' }] });
    expect(ask(first, 'POST', webhooks, body)).toMatchObject({ state: first, answer: { status: 422 } });
  });
});

describe('the campus', () => {
  test('is the same every time, 240 readers by default', () => {
    expect(campusReaders()).toHaveLength(240);
    expect(campusReaders(300).slice(0, 240)).toEqual(campusReaders());
  });

  test('has no id twice, even with 100,000 readers, and no name twice in the default one', () => {
    expect(new Set(campusReaders(100_000).map(({ id }) => id)).size).toBe(100_000);
    expect(new Set(campusReaders().map(({ name }) => name)).size).toBe(240);
  });
});

describe('what Camio’s own driver sends', () => {
  const absent = '"labels": null, "actor_id": null, "actor_name": null, "actor_email": null';
  const event = `{"device_id": "00124", "timestamp": "2021-11-01T17:30:10Z", "event_type": "Entry Unlocked", ${absent}}`;

  test('an event with null for what it does not have', () => {
    const { state, answer } = ask(first, 'POST', webhooks, `{"events": [${event}]}`);
    expect(answer.status).toBe(200);
    expect(state.events).toHaveLength(1);
  });

  test('an event that has nothing but labels', () => {
    const bare = event.replace('"Entry Unlocked"', 'null').replace('"labels": null', '"labels": ["door"]');
    expect(ask(first, 'POST', webhooks, `{"events": [${bare}]}`).answer.status).toBe(200);
  });

  test('an event that says nothing at all is still refused', () => {
    const silent = event.replace('"Entry Unlocked"', 'null');
    expect(ask(first, 'POST', webhooks, `{"events": [${silent}]}`).answer.status).toBe(422);
  });

  test('a list with a name that is null', () => {
    const list = '{"readers": [{"device_id": "1", "device_name": null}, {"device_id": "2", "device_name": "Gate"}]}';
    const { state, answer } = ask(first, 'POST', devices, list);
    expect(answer.status).toBe(200);
    expect(state.readers).toEqual([
      { id: '1', name: '' },
      { id: '2', name: 'Gate' },
    ]);
  });
});
