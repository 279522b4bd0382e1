import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactedForLog } from './redact.ts';

const redacted = (text: string) => redactedForLog(text, [['/home/ann', '<home>']]);

describe('the log', () => {
  it('never holds what stands behind a word for a credential', () => {
    const secret = fc.stringMatching(/^[\x21-\x7e]{6,60}$/);
    const before = fc.constantFrom(
      'Authorization: Bearer ',
      '"Authorization":"Bearer ',
      'token=',
      'Token: ',
      'bearer ',
    );
    fc.assert(
      fc.property(secret, before, (text, words) => {
        expect(redacted(`A call failed. ${words}${text}`)).not.toContain(text);
      }),
    );
  });

  it('never holds a value that is quoted, as in the messages of V8, Node, zod and this app', () => {
    const name = fc.stringMatching(/^[A-Za-zÄÖÜäöüß][A-Za-z0-9Äöß –.]{4,40}$/);
    const around = fc.constantFrom(['"', '"'], ['“', '”'], ["'", "'"], ['`', '`']);
    fc.assert(
      fc.property(name, around, (text, [open, close]) => {
        const message = `SyntaxError: Unexpected token, ${open}${text}${close} is not valid JSON`;
        expect(redacted(message)).not.toContain(text);
      }),
    );
  });

  it('never holds a token, wherever it stands', () => {
    expect(redacted('camio e2e-token-42g-D0T41A5HIu4s4srlJ refused')).toBe('camio … refused');
    expect(redacted('by ann.smith@example.com')).toBe('by <email>');
  });

  it('still says where it happened', () => {
    const entry = [
      "TypeError: Cannot read properties of undefined (reading 'readers')",
      '    at open (file:///home/ann/reader-desk/dist/main/boot-0123456789abcdef01.js:12:34)',
    ].join('\n');
    expect(redacted(entry)).toBe(entry.replace('/home/ann', '<home>'));
    expect(redacted("ENOENT: no such file or directory, open '/home/ann/Lobby.csv'")).toBe(
      'ENOENT: no such file or directory, open “…”',
    );
    expect(redacted('The draft’s file can’t be read. It isn’t there.')).toBe(
      'The draft’s file can’t be read. It isn’t there.',
    );
  });
});
