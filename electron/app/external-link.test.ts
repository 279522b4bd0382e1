import { describe, expect, it } from 'vitest';
import { isAllowedLink } from './external-link.ts';
import { createOpenExternal } from './open-external.ts';

const refusedLinks = [
  'http://camio.com/',
  'https://camio.com.evil.com/',
  'https://evilcamio.com/',
  'https://camio.com@evil.com/',
  'https://ann:pw@camio.com/',
  'https://camio.com:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://camio.com/share',
  'camio.com',
  '',
];

describe('isAllowedLink', () => {
  it.each(['https://camio.com/settings', 'https://help.camio.com/', 'HTTPS://CAMIO.COM', 'https://camio.com:443/'])(
    'allows %s',
    (link) => expect(isAllowedLink(link)).toBe(true),
  );
  it.each(refusedLinks)('refuses %j', (link) => expect(isAllowedLink(link)).toBe(false));
});

describe('createOpenExternal', () => {
  it('hands the system an allowed link and nothing else', async () => {
    const opened: string[] = [];
    const openExternal = createOpenExternal(async (link) => void opened.push(link));
    for (const link of refusedLinks) {
      expect(await openExternal(link)).toMatchObject({ ok: false, error: { code: 'blocked' } });
    }
    expect(await openExternal('https://camio.com/a b')).toEqual({ ok: true, value: undefined });
    expect(opened).toEqual(['https://camio.com/a%20b']);
  });

  it('says so where the system has no browser', async () => {
    const openExternal = createOpenExternal(() => Promise.reject(new Error('No application found')));
    expect(await openExternal('https://camio.com/')).toMatchObject({
      ok: false,
      error: { next: expect.stringContaining('https://camio.com/'), detail: 'No application found' },
    });
  });
});
