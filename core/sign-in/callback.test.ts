import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallback, readCallbackAnswer } from './callback.ts';

const state = 'S-123_abc';
const expected = { host: '127.0.0.1:49152', path: '/p4th', state };
const request = { method: 'GET', host: expected.host, target: `${expected.path}?code=c&state=${state}` };

describe('a request on the loopback port', () => {
  it('is the browser with the right method, host, path and state', () => {
    expect(readCallback(request, expected)).toEqual({ kind: 'browser', query: `code=c&state=${state}` });
  });

  it.each([
    [{ method: 'POST' }, 405],
    [{ method: 'HEAD' }, 405],
    [{ method: 'OPTIONS' }, 405],
    [{ host: 'localhost:49152' }, 400],
    [{ host: '127.0.0.1' }, 400],
    [{ host: '' }, 400],
    [{ host: 'rebound.example:49152' }, 400],
    [{ target: `/p4thology?state=${state}&code=c` }, 404],
    [{ target: `/p4th/?state=${state}&code=c` }, 404],
    [{ target: `//p4th?state=${state}&code=c` }, 404],
    [{ target: `/P4th?state=${state}&code=c` }, 404],
    [{ target: `http://127.0.0.1:49152/p4th?state=${state}&code=c` }, 404],
    [{ target: '/p4th' }, 400],
    [{ target: '/p4th?code=c' }, 400],
    [{ target: `/p4th?code=c&state=${state}x` }, 400],
    [{ target: `/p4th?code=c&state=${state.toLowerCase()}` }, 400],
    [{ target: `/p4th?code=c&state=${state}&state=${state}` }, 400],
    [{ target: `/p4th?code=c&state=wrong&state=${state}` }, 400],
  ] as const)('is a stranger with %j', (change, status) => {
    expect(readCallback({ ...request, ...change }, expected)).toEqual({ kind: 'stranger', status });
  });

  it('is never taken for the browser without the state, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (method, host, target) => {
        fc.pre(!target.includes(state));
        expect(readCallback({ method, host, target }, expected).kind).toBe('stranger');
        expect(readCallback({ ...request, target }, expected).kind).toBe('stranger');
        expect(readCallback({ ...request, target: `/p4th?${target}` }, expected).kind).toBe('stranger');
      }),
    );
  });
});

describe('the answer in a callback', () => {
  const origin = 'https://camio.com';
  const codeOf = (query: string) => {
    const read = readCallbackAnswer(query, origin);
    return read.ok ? read.value.kind : read.error.code;
  };

  it.each([
    ['code=c', 'code'],
    ['code=c&iss=https%3A%2F%2Fcamio.com', 'code'],
    ['code=c&iss=https%3A%2F%2Fcamio.com%2Foauth', 'code'],
    ['code=c&iss=https%3A%2F%2Fcamio.com.evil.example', 'wrong issuer'],
    ['code=c&iss=http%3A%2F%2Fcamio.com', 'wrong issuer'],
    ['code=c&iss=', 'wrong issuer'],
    ['code=c&iss=https%3A%2F%2Fcamio.com&iss=https%3A%2F%2Fevil.example', 'wrong issuer'],
    ['error=access_denied&iss=https%3A%2F%2Fevil.example', 'wrong issuer'],
    ['error=access_denied', 'denied'],
    ['error=access_denied&code=c', 'denied'],
    ['error=server_error&error_description=Sorry', 'error answer'],
    ['', 'no code'],
    ['code=', 'no code'],
    ['code=c&code=d', 'no code'],
  ])('%s is: %s', (query, code) => {
    expect(codeOf(query)).toBe(code);
  });
});
