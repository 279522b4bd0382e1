import { describe, expect, it } from 'vitest';
import { type Caller, isTrustedCaller } from './trusted-sender.ts';

const window = { contentsId: 1, origin: 'app://bundle' };
const frame = (url: string, parent: object | null = null) => ({ url, parent });
const trusts = (senderFrame: Caller['senderFrame'], id = 1) => isTrustedCaller({ sender: { id }, senderFrame }, window);

describe('isTrustedCaller', () => {
  it('knows the window’s own page', () => {
    expect(trusts(frame('app://bundle/index.html#readers'))).toBe(true);
  });

  it.each([
    'https://camio.com/',
    'app://bundle.evil.com/index.html',
    'app://other/index.html',
    'http://bundle/index.html',
    'about:blank',
    'file:///index.html',
    '',
  ])('turns down a page at %j', (url) => {
    expect(trusts(frame(url))).toBe(false);
  });

  it('turns down a frame within the page, one that is gone, and another window', () => {
    expect(trusts(frame('app://bundle/index.html', {}))).toBe(false);
    expect(trusts(null)).toBe(false);
    const closed = { contentsId: null, origin: 'app://bundle' };
    expect(isTrustedCaller({ sender: { id: 1 }, senderFrame: frame('app://bundle/index.html') }, closed)).toBe(false);
    expect(trusts(frame('app://bundle/index.html'), 2)).toBe(false);
  });
});
