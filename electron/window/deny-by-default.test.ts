import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { keepOnPage } from './deny-by-default.ts';

const page = 'app://bundle/index.html';
type WindowOpenHandler = (details: { url: string }) => { action: string };

class FakeContents extends EventEmitter {
  openWindow: WindowOpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: WindowOpenHandler) {
    this.openWindow = handler;
  }
}

function keep() {
  const contents = new FakeContents();
  const links: string[] = [];
  keepOnPage(contents, page, (link) => void links.push(link));
  const isPrevented = (event: string, url = '', isMainFrame = true) => {
    let prevented = false;
    contents.emit(event, {
      url,
      isMainFrame,
      preventDefault: () => {
        prevented = true;
      },
    });
    return prevented;
  };
  return { contents, links, isPrevented };
}

describe('keepOnPage', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays where it is on %s', (event) => {
    const { isPrevented } = keep();
    for (const url of ['https://camio.com/', 'app://bundle/other.html', 'app://bundle/index.html?x', 'file:///x', '']) {
      expect(isPrevented(event, url)).toBe(true);
    }
    expect(isPrevented(event, page)).toBe(false);
    expect(isPrevented(event, `${page}#readers`)).toBe(false);
  });

  it('embeds nothing, not even itself', () => {
    const { isPrevented } = keep();
    expect(isPrevented('will-frame-navigate', page, false)).toBe(true);
    expect(isPrevented('will-attach-webview')).toBe(true);
  });

  it('opens no window and hands the link on', () => {
    const { contents, links } = keep();
    expect(contents.openWindow({ url: 'https://camio.com/' })).toEqual({ action: 'deny' });
    expect(links).toEqual(['https://camio.com/']);
  });
});
