import { expect, test } from 'vitest';
import { createCamioClient } from './client.ts';
import { defaultBaseUrl, firstGeneration, laterGeneration } from './dialect.ts';
import type { HttpOutcome, HttpRequest } from './http.ts';

// What needs no server; the calls themselves are tried on the simulator's, beside Electron's side.

const later = 'https://incoming.integrations.camio.com/pacs';

function record(answer: Partial<Extract<HttpOutcome, { kind: 'answer' }>>, baseUrl = defaultBaseUrl) {
  const requests: HttpRequest[] = [];
  const client = createCamioClient({
    send: async (request) => {
      requests.push(request);
      return { kind: 'answer', status: 200, headers: {}, body: '', latencyMs: 5, ...answer };
    },
    baseUrl,
    dialect: baseUrl === later ? laterGeneration : firstGeneration,
    authorization: 'Bearer t',
    now: () => 0,
  });
  return { client, requests };
}

const { signal } = new AbortController();

test.each([
  [
    defaultBaseUrl,
    [
      'GET https://camio.com/api/integrations/pacs/devices',
      'POST https://camio.com/api/integrations/pacs/devices',
      'POST https://camio.com/api/integrations/pacs/webhooks',
      'GET https://camio.com/api/user',
    ],
  ],
  [
    later,
    [
      'GET https://incoming.integrations.camio.com/pacs/devices',
      'POST https://incoming.integrations.camio.com/pacs/devices',
      'POST https://incoming.integrations.camio.com/pacs/webhooks',
    ],
  ],
])('%s: the token goes to these addresses and no others', async (baseUrl, expected) => {
  const { client, requests } = record({ body: '{"email":"ops@example.com"}' }, baseUrl);
  await client.readList(signal);
  await client.replaceList('{}', signal);
  await client.sendEvent('{}', signal);
  await client.whoAmI(signal);
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(expected);
  expect(requests.every(({ headers }) => headers.Authorization === 'Bearer t')).toBe(true);
});

test('reads get 30 s and writes 60 s, answers 16 MB', async () => {
  const { client, requests } = record({});
  await client.readList(signal);
  await client.replaceList('{}', signal);
  expect(requests.map(({ timeoutMs }) => timeoutMs)).toEqual([30_000, 60_000]);
  expect(requests.map(({ maxAnswerBytes }) => maxAnswerBytes)).toEqual([16_777_216, 16_777_216]);
});

test('a list that is not UTF-8 is not read, though it would parse', async () => {
  const body = '{"readers":[{"device_id":"1","device_name":"Z\ufffdrich"}]}';
  const { client } = record({ body, notUtf8: true });
  expect(await client.readList(signal)).toMatchObject({
    error: { code: 'unreadable', why: 'The answer is not UTF-8 text.' },
  });
});

test('the list under the connection’s own key counts where both are there', async () => {
  const body = '{"readers":[{"device_id":"1"}],"devices":[{"device_id":"2"}]}';
  expect(await record({ body }, later).client.readList(signal)).toMatchObject({ value: { seenAs: 'devices' } });
  expect(await record({ body }).client.readList(signal)).toMatchObject({ value: { seenAs: 'readers' } });
});

test.each(['', 'not JSON', 'null', '[]', '{}', '{"email":7}', '{"email":""}'])('no email in %j', async (body) => {
  expect(await record({ body }).client.whoAmI(signal)).toEqual({ ok: true, value: { email: null } });
});

test('an answer to a write is kept as text, at most 2,000 characters', async () => {
  const { client } = record({ body: `<b>${'x'.repeat(5_000)}` });
  const accepted = await client.replaceList('{}', signal);
  expect(accepted.ok && accepted.value.answer).toBe(`<b>${'x'.repeat(1_997)}…`);
});

test.each([
  [201, 'unexpected status'],
  [304, 'unexpected status'],
  [400, 'rejected'],
  [407, 'rejected'],
  [599, 'server error'],
])('status %i on a write is "%s"', async (status, code) => {
  expect(await record({ status }).client.replaceList('{}', signal)).toMatchObject({ error: { code, status } });
});
