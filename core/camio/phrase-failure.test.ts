import { expect, test } from 'vitest';
import type { CamioFailure } from './failure.ts';
import type { TransportFailure } from './http.ts';
import { phraseFailure } from './phrase-failure.ts';

const failures: readonly CamioFailure[] = [
  { code: 'redirected', status: 302, target: 'https://elsewhere.example/login' },
  { code: 'unauthorized', status: 401, text: '' },
  { code: 'not offered', status: 405, text: '' },
  { code: 'rejected', status: 422, text: 'device_id too long' },
  { code: 'rate limited', retryAfterMs: 7000, text: '' },
  { code: 'rate limited', retryAfterMs: null, text: '' },
  { code: 'server error', status: 502, retryAfterMs: null, text: '' },
  { code: 'unexpected status', status: 202, text: '' },
  { code: 'unreadable', why: 'The answer is empty.', excerpt: '' },
];

const transports: readonly TransportFailure[] = [
  { kind: 'unreachable', reason: 'name', detail: 'camio.con: net::ERR_NAME_NOT_RESOLVED' },
  { kind: 'unreachable', reason: 'refused', detail: '' },
  { kind: 'unreachable', reason: 'offline', detail: '' },
  { kind: 'unreachable', reason: 'proxy', detail: '' },
  { kind: 'unreachable', reason: 'proxy login', detail: '' },
  { kind: 'unreachable', reason: 'other', detail: '' },
  { kind: 'tls', sent: false, detail: 'net::ERR_CERT_AUTHORITY_INVALID', issuer: 'Example Inspection CA' },
  { kind: 'timeout', sent: true },
  { kind: 'timeout', sent: false },
  { kind: 'broken', sent: true, detail: 'net::ERR_CONNECTION_RESET' },
  { kind: 'cancelled', sent: false },
  { kind: 'too large', limitBytes: 16 * 1024 * 1024 },
];

const all = [...failures, ...transports.map((failure) => ({ code: 'transport', failure }) as const)];
const asked = ['read the list', 'read the account', 'replace the list', 'send the event'] as const;

test('every failure of every call is said in whole sentences with a next step', () => {
  for (const failure of all) {
    for (const call of asked) {
      const { message, next } = phraseFailure(failure, call);
      for (const sentences of [message, next]) {
        expect(sentences).toMatch(/^[A-Z].*[.?]$/s);
        expect(sentences).not.toMatch(/undefined|null|NaN|\[object| {2}/);
      }
    }
  }
});

test('no two failures of a read share their sentences', () => {
  const said = all.map((failure) => {
    const { message, next } = phraseFailure(failure, 'read the list');
    return `${message} ${next}`;
  });
  // A timeout reads the same whether it was sent or not: a read changes nothing.
  expect(new Set(said).size).toBe(all.length - 1);
});

test('a redirect names its target', () => {
  expect(
    phraseFailure({ code: 'redirected', status: 302, target: 'https://elsewhere.example/login' }, 'replace the list'),
  ).toMatchObject({ code: 'redirected', message: expect.stringContaining('https://elsewhere.example/login') });
});

test('the server’s own text is the detail, word for word', () => {
  const text = '<b>device_name</b> of 00124 is taken';
  expect(phraseFailure({ code: 'rejected', status: 422, text }, 'replace the list')).toMatchObject({
    code: 'rejected',
    detail: text,
  });
});

test('a certificate problem names the issuer', () => {
  const failure = {
    kind: 'tls',
    sent: false,
    detail: 'net::ERR_CERT_AUTHORITY_INVALID',
    issuer: 'Example Inspection CA',
  } as const;
  expect(phraseFailure({ code: 'transport', failure }, 'read the list').message).toContain('Example Inspection CA');
});

test('only a write that may have arrived has an unknown outcome', () => {
  const timeout = (sent: boolean) => ({ code: 'transport', failure: { kind: 'timeout', sent } }) as const;
  expect(phraseFailure(timeout(true), 'replace the list').code).toBe('outcome-unknown');
  expect(phraseFailure(timeout(true), 'send the event').code).toBe('outcome-unknown');
  expect(phraseFailure(timeout(false), 'send the event').code).toBe('timeout');
  expect(phraseFailure(timeout(true), 'read the list').code).toBe('timeout');
});

test.each([
  [7000, 'Try again in 7 seconds.'],
  [1, 'Try again in 1 second.'],
  [0, 'Try again now.'],
])('429 says how long to wait: %s ms', (retryAfterMs, next) => {
  expect(phraseFailure({ code: 'rate limited', retryAfterMs, text: '' }, 'read the list').next).toBe(next);
});
