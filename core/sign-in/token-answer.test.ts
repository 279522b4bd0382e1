import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasNeededScope } from './grant.ts';
import { readTokenAnswer } from './token-answer.ts';

function read(body: string, { status = 200, type = 'application/json' } = {}) {
  return readTokenAnswer({ kind: 'answer', status, headers: { 'content-type': type }, body, latencyMs: 1 });
}
const grantOf = (...args: Parameters<typeof read>) => {
  const answer = read(...args);
  return answer.ok ? JSON.parse(answer.value) : answer.error;
};

describe('a grant', () => {
  it('is read from JSON, with what the app uses and nothing else', () => {
    const body = {
      access_token: 't',
      token_type: 'Bearer',
      expires_in: 60,
      refresh_token: 'r',
      scope: 's',
      id_token: 'i',
    };
    expect(grantOf(JSON.stringify(body))).toEqual({
      access_token: 't',
      token_type: 'bearer',
      expires_in: 60,
      refresh_token: 'r',
      scope: 's',
    });
  });

  it.each([
    ['application/x-www-form-urlencoded', 'access_token=t%2B1&scope=annotations%3Awrite&token_type=bearer'],
    ['application/x-www-form-urlencoded; charset=utf-8', 'access_token=t%2B1&scope=annotations%3Awrite'],
    ['text/plain', 'access_token=t%2B1&scope=annotations%3Awrite&token_type=bearer\n'],
    ['text/html', '{"access_token":"t+1","scope":"annotations:write"}'],
  ])('is read from %s, as GitHub’s kind of server answers', (type, body) => {
    expect(grantOf(body, { type })).toEqual({ access_token: 't+1', token_type: 'bearer', scope: 'annotations:write' });
  });

  it.each([
    ['"3600"', 3600],
    ['3600', 3600],
    ['0', undefined],
    ['-1', undefined],
    ['"soon"', undefined],
    ['null', undefined],
    ['1e999', undefined],
  ])('with expires_in %s lives %s seconds', (text, seconds) => {
    expect(grantOf(`{"access_token":"t","expires_in":${text}}`).expires_in).toBe(seconds);
  });
});

describe('what is no grant', () => {
  it.each([
    [200, '{"error":"bad_verification_code","error_description":"Expired"}', 'bad_verification_code'],
    [200, '{"error":"invalid_grant","access_token":"t"}', 'invalid_grant'],
    [400, '{"error":"invalid_grant"}', 'invalid_grant'],
    [401, '{"error":"invalid_client"}', 'invalid_client'],
  ])('with status %i and %s is the error it names', (status, body, error) => {
    expect(grantOf(body, { status })).toMatchObject({ code: 'error answer', error });
  });

  it.each([
    ['<html>Sign in&access_token=t</html>', 'text/html'],
    ['', 'application/json'],
    ['null', 'application/json'],
    ['[]', 'application/json'],
    ['{}', 'application/json'],
    ['{"access_token":""}', 'application/json'],
    ['{"access_token":"two words"}', 'application/json'],
    ['{"access_token":"t\\nX-Injected: 1"}', 'application/json'],
    ['{"access_token":["t"]}', 'application/json'],
    [`{"access_token":"${'t'.repeat(5_000)}"}`, 'application/json'],
    ['{"access_token":"t","token_type":"mac"}', 'application/json'],
    ['access_token=t&access_token=u', 'application/x-www-form-urlencoded'],
    ['{"__proto__":{"access_token":"t"}}', 'application/json'],
  ])('%s is unreadable', (body, type) => {
    expect(grantOf(body, { type })).toMatchObject({ code: 'unreadable' });
  });

  it('says nothing of tokens that came under another status', () => {
    const failed = grantOf('{"access_token":"secret-token"}', { status: 201 });
    expect(failed).toEqual({ code: 'status', status: 201, text: '' });
  });

  it('never throws, and never gives a token that a header could not hold', () => {
    const bodies = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .dictionary(fc.constantFrom('access_token', 'token_type', 'expires_in', 'error', 'scope'), fc.jsonValue())
        .map((value) => JSON.stringify(value)),
    );
    const types = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', '');
    fc.assert(
      fc.property(bodies, types, fc.integer({ min: 200, max: 599 }), (body, type, status) => {
        const answer = read(body, { type, status });
        if (!answer.ok) return;
        expect(status).toBe(200);
        expect(JSON.parse(answer.value).access_token).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });
});

it.each([
  [null, true],
  ['annotations:write', true],
  ['read annotations:write', true],
  ['read,annotations:write', true],
  ['annotations:write-all', false],
  ['annotations:read', false],
  ['', false],
])('the scope %j is enough: %s', (scope, isEnough) => {
  expect(hasNeededScope(scope)).toBe(isEnough);
});
