import type { PrintToPDFOptions } from 'electron';
import type { Page } from 'playwright';
import { combinations, press } from './accelerators.ts';
import { Emitter, preventable } from './emitter.ts';
import { emitFromWindow, invoke } from './ipc-main.ts';
import { only } from './only.ts';
import { originOf, toAppUrl } from './page-urls.ts';
import { linkPreload, type PreloadLink } from './preload-link.ts';
import { pageUrlOf } from './protocol.ts';
import { decideDownload, decidePermissions, type WindowSession } from './session.ts';
import { pack, unpack } from './worlds/plain-data.ts';
import type { ToMain, ToPreload } from './worlds/preload-world.ts';

/** What main may ask of a frame: the main one, since the windows here have no others with a preload. */
export interface FrameInfo {
  readonly url: string;
  readonly origin: string;
  readonly parent: null;
  readonly top: FrameInfo;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

type WindowOpenHandler = (details: { url: string; frameName: string; features: string; disposition: string }) => {
  action: 'allow' | 'deny';
};

let lastId = 0;

/** One window's page: its preload, its messages to and from main, and where it may go. */
export class WebContents extends Emitter {
  readonly id: number;
  /** Set by the window: where it is told its bounds. */
  whenResized: (bounds: Bounds) => void = () => {};
  private page: Page | null = null;
  private link: PreloadLink | null = null;
  private windowOpenHandler: WindowOpenHandler | null = null;
  /** Where main itself is sending the page: Electron does not ask about those. */
  private loading: string | null = null;
  private crashed = false;

  constructor(readonly session: WindowSession) {
    super('webContents', [
      'destroyed',
      'did-fail-load',
      'did-finish-load',
      'dom-ready',
      'render-process-gone',
      'will-attach-webview',
      'will-frame-navigate',
      'will-navigate',
      'will-redirect',
    ]);
    lastId += 1;
    this.id = lastId;
  }

  get mainFrame(): FrameInfo {
    const url = this.getURL();
    const frame: FrameInfo = only('WebFrameMain', {
      url,
      origin: originOf(url),
      parent: null,
      get top() {
        return frame;
      },
      detached: false,
      isDestroyed: () => false,
    });
    return frame;
  }

  getURL(): string {
    return toAppUrl(this.page?.url() ?? '');
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return this.loading !== null;
  }

  isLoadingMainFrame(): boolean {
    return this.isLoading();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    this.link?.deliver({ kind: 'event', channel, args: pack(args) });
  }

  /** In A4 or by the page's own CSS, whatever the machine is set to. */
  async printToPDF({ pageSize, ...options }: PrintToPDFOptions): Promise<Buffer> {
    if (!this.page) throw new Error('The window has no page yet.');
    if (pageSize !== 'A4') throw new Error('The Chromium host prints in A4 only.');
    const cdp = await this.page.context().newCDPSession(this.page);
    const { data } = await cdp.send('Page.printToPDF', { ...options, paperWidth: 8.27, paperHeight: 11.69 });
    return Buffer.from(data, 'base64');
  }

  reload(): void {
    void this.load(this.getURL());
  }

  /** @internal Takes over a fresh page of Chromium, before anything is loaded into it. */
  async attach(page: Page, preloadFile: string | null): Promise<void> {
    this.page = page;
    page.on('crash', () => {
      this.crashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    page.on('download', (download) => void decideDownload(download, this));
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('load', () => this.emit('did-finish-load', {}));
    if (preloadFile === null) return;
    const cdp = await page.context().newCDPSession(page);
    this.link = await linkPreload(cdp, preloadFile, (message, document) => this.receive(message, document));
  }

  /** @internal Resolves when the page has loaded, as loadURL does. */
  async load(url: string): Promise<void> {
    if (!this.page) throw new Error('The window has no page yet.');
    const target = pageUrlOf(url);
    this.loading = target;
    this.crashed = false;
    try {
      if (target !== url) await decidePermissions(this.page.context(), this, originOf(target));
      await this.page.goto(target);
    } finally {
      this.loading = null;
    }
  }

  /** @internal Asks main about a navigation the page started; true if it may go on. */
  mayNavigate(pageUrl: string, isMainFrame: boolean): boolean {
    if (isMainFrame && pageUrl === this.loading?.split('#')[0]) return true;
    const url = toAppUrl(pageUrl);
    const details = () => preventable({ url, isMainFrame, isSameDocument: false, frame: this.mainFrame });
    const anyFrame = details();
    this.emit('will-frame-navigate', anyFrame);
    if (anyFrame.defaultPrevented) return false;
    const event = details();
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  /** @internal Asks main about a window the page wants to open. Without a handler it opens, as in Electron. */
  mayOpen(pageUrl: string): boolean {
    const details = { url: toAppUrl(pageUrl), frameName: '', features: '', disposition: 'foreground-tab' };
    return this.windowOpenHandler?.(details).action !== 'deny';
  }

  /** @internal */
  ownsPage(page: Page): boolean {
    return page === this.page;
  }

  private receive(message: ToMain, document: number): void {
    switch (message.kind) {
      case 'hello':
        this.link?.deliver({ kind: 'accelerators', combinations: combinations() }, document);
        return;
      case 'keys':
        press(message.keys);
        return;
      case 'bounds':
        this.whenResized(message);
        return;
      case 'send':
        emitFromWindow(this, this.mainFrame, message.channel, unpack(message.args) as unknown[]);
        return;
      case 'invoke':
        invoke(this, this.mainFrame, message.channel, unpack(message.args) as unknown[])
          .then((value): ToPreload => ({ kind: 'answered', call: message.call, value: pack(value) }))
          .catch((error): ToPreload => ({ kind: 'failed', call: message.call, message: String(error.message) }))
          .then((answer) => this.link?.deliver(answer, document));
    }
  }
}
