import { describe, expect, it } from 'vitest';
import { checkConnectionName } from './connection-name.ts';

describe('checkConnectionName', () => {
  it('takes a name without the spaces around it', () => {
    expect(checkConnectionName('  Campus Nord ', ['Campus Süd'])).toEqual({ ok: true, value: 'Campus Nord' });
  });

  it('counts characters, not code units', () => {
    expect(checkConnectionName('🏢'.repeat(60), []).ok).toBe(true);
    expect(checkConnectionName('🏢'.repeat(61), [])).toMatchObject({
      error: { message: 'The name is 61 characters long. The limit is 60.' },
    });
  });

  it.each([
    ['', 'no name'],
    [' \t', 'no name'],
    ['a\tb', 'control character'],
    ['campus SÜD', 'already'],
    ['Campus Su\u0308d', 'already'],
  ])('refuses %j', (typed, word) => {
    const checked = checkConnectionName(typed, ['Campus Süd']);
    expect(checked).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    if (!checked.ok) expect(checked.error.message).toContain(word);
  });
});
