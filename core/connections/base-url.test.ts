import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../testing/cases.ts';
import { isLoopback, originOf, parseBaseUrl } from './base-url.ts';

const refused = (text: string) => {
  const parsed = parseBaseUrl(text);
  if (parsed.ok) throw new Error(`${text} was taken as ${parsed.value}.`);
  return parsed.error;
};

describe('parseBaseUrl', () => {
  it.each([
    ['https://camio.com/api/integrations/pacs', 'https://camio.com/api/integrations/pacs'],
    ['  https://camio.com/api/integrations/pacs/  ', 'https://camio.com/api/integrations/pacs'],
    ['HTTPS://Camio.COM:443/Pacs//', 'https://camio.com/Pacs'],
    ['https://camio.com', 'https://camio.com'],
    ['http://localhost:8080/pacs', 'http://localhost:8080/pacs'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://[::1]:4000/', 'http://[::1]:4000'],
  ])('takes %s', (typed, kept) => {
    expect(parseBaseUrl(typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['camio.com/api/integrations/pacs', 'https://camio.com/api/integrations/pacs'],
    ['//camio.com/pacs', 'https://camio.com/pacs'],
    ['https:camio.com', 'https://camio.com'],
    ['camio.internal:8443/pacs', 'https://camio.internal:8443/pacs'],
    ['ftp://camio.com/pacs', 'https://camio.com/pacs'],
    ['https://camio.com/pacs/devices/', 'https://camio.com/pacs'],
    ['https://camio.com/pacs/webhooks', 'https://camio.com/pacs'],
  ])('refuses %s and says what to write instead', (typed, suggestion) => {
    expect(refused(typed)).toMatchObject({ code: 'invalid-input', next: `Write ${suggestion} instead.` });
    expect(parseBaseUrl(suggestion).ok).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://cam io.com', 'space'],
    ['https://cam\nio.com', 'space'],
    ['https://', 'not a web address'],
    ['https://[camio', 'not a web address'],
    ['http://camio.com', 'unencrypted'],
    ['http://127.0.0.1.evil.com', 'unencrypted'],
    ['http://localhost.evil.com', 'unencrypted'],
    ['https://ann@camio.com', 'user name'],
    ['https://ann:pw@camio.com', 'user name'],
    ['https://camio.com/?account=1', '?'],
    ['https://camio.com/#pacs', '#'],
  ])('refuses %j', (typed, word) => {
    expect(refused(typed).message).toContain(word);
  });

  const piece = fc.constantFrom(
    ...['https://', 'http://', 'ftp:', '//', '/', '\\', ':', '@', '?', '#', '.', '..', '%2f', '%', ' ', '\t', '[::1]'],
    ...[
      'camio.com',
      'localhost',
      '127.0.0.1',
      '0x7f.1',
      'ü.de',
      'pacs',
      'devices',
      '443',
      '8080',
      'ann',
      '\u0000',
      '。',
    ],
  );
  const typedText = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.array(piece).map((pieces) => `https://camio.com/${pieces.join('')}`),
    fc.array(piece).map((pieces) => `http://127.0.0.1${pieces.join('')}`),
  );

  it('answers any text; what it takes is https or this computer, and parses to itself', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        const parsed = parseBaseUrl(typed);
        if (!parsed.ok) return;
        const url = new URL(parsed.value);
        expect(url.protocol === 'https:' || isLoopback(url.hostname)).toBe(true);
        expect(url.username + url.password + url.search + url.hash).toBe('');
        expect(parseBaseUrl(parsed.value)).toEqual(parsed);
      }),
      { numRuns: cases(500) },
    );
  });
});

describe('originOf', () => {
  it('tells scheme, host and port apart', () => {
    expect(originOf('https://camio.com/a')).toBe(originOf('https://camio.com/b'));
    expect(originOf('https://camio.com')).not.toBe(originOf('https://camio.com:8443'));
    expect(originOf('https://camio.com')).not.toBe(originOf('https://incoming.integrations.camio.com'));
  });
});
