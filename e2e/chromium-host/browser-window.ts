import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { connectWindows, emitFromApp, lastWindowClosed } from './app.ts';
import { Emitter, preventable } from './emitter.ts';
import { only } from './only.ts';
import { expectPopup } from './popups.ts';
import { knownSession, session } from './session.ts';
import { followTheme } from './system.ts';
import { type Bounds, WebContents } from './web-contents.ts';
import { whileOpen } from './while-open.ts';

type WindowState = 'normal' | 'minimized' | 'maximized';

/** The web preferences that the product sets. A name with a mistake in it would do nothing in Electron, silently. */
const knownPreferences: ReadonlySet<string> = new Set([
  'allowRunningInsecureContent',
  'contextIsolation',
  'devTools',
  'experimentalFeatures',
  'javascript',
  'navigateOnDragDrop',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'preload',
  'safeDialogs',
  'sandbox',
  'session',
  'spellcheck',
  'webSecurity',
  'webviewTag',
] satisfies (keyof WebPreferences)[]);

let context: Promise<BrowserContext> | null = null;
const all: BrowserWindow[] = [];

/** Chromium's pages become the windows of the app. */
export function openWindowsIn(running: Promise<BrowserContext>): void {
  context = running;
}

/** The page Chromium started with serves as the first window; later ones are new pages. */
async function freshPage(): Promise<Page> {
  if (!context) throw new Error('A BrowserWindow cannot be made before the app is ready.');
  const pages = (await context).pages();
  const unused = pages.find((page) => contentsOf(page) === null && page.url().startsWith('data:'));
  return unused ?? pages.find((page) => page.url() === 'about:blank') ?? (await (await context).newPage());
}

export const contentsOf = (page: Page): WebContents | null =>
  all.find(({ webContents }) => webContents.ownsPage(page))?.webContents ?? null;

export class BrowserWindow extends Emitter {
  readonly webContents: WebContents;
  private readonly opened: Promise<Page>;
  private cdp: CDPSession | null = null;
  private bounds: Bounds;
  private state: WindowState = 'normal';
  /** Whether main was asked about closing it. */
  private asked = false;
  private gone = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', [
      'close',
      'closed',
      'focus',
      'blur',
      'maximize',
      'minimize',
      'move',
      'moved',
      'query-session-end',
      'ready-to-show',
      'resize',
      'resized',
      'responsive',
      'restore',
      'session-end',
      'show',
      'unmaximize',
      'unresponsive',
    ]);
    for (const key of Object.keys(options.webPreferences ?? {})) {
      if (!knownPreferences.has(key)) throw new Error(`The Chromium host knows no web preference "${key}".`);
    }
    const { preload, sandbox, contextIsolation, nodeIntegration, webviewTag } = options.webPreferences ?? {};
    const { javascript = true, session: from } = options.webPreferences ?? {};
    if (sandbox === false || contextIsolation === false || nodeIntegration || webviewTag) {
      throw new Error('The Chromium host has only sandboxed, isolated windows without Node and webviews.');
    }
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.webContents = only('webContents', new WebContents(from ? knownSession(from) : session.defaultSession));
    this.webContents.whenResized = (bounds) => {
      if (this.state === 'normal') this.bounds = bounds;
      this.emit('resize');
    };
    this.opened = this.open(preload ?? null, javascript);
    const window = only('BrowserWindow', this);
    all.push(window);
    emitFromApp('browser-window-created', {}, window);
    emitFromApp('web-contents-created', {}, this.webContents);
    // biome-ignore lint/correctness/noConstructorReturn: the window itself must be the one that names what it lacks
    return window;
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return all.at(-1) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return all.find((window) => window.webContents === contents) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.opened;
    page.once('domcontentloaded', () => this.emit('ready-to-show'));
    await this.webContents.load(url);
  }

  show(): void {
    this.emit('show');
    this.focus();
  }

  focus(): void {
    whileOpen(this.opened.then((page) => page.bringToFront()));
    this.emit('focus');
  }

  isVisible = (): boolean => true;
  isFocused = (): boolean => BrowserWindow.getFocusedWindow() === this;
  isMinimized = (): boolean => this.state === 'minimized';
  isMaximized = (): boolean => this.state === 'maximized';
  isFullScreen = (): boolean => false;
  isDestroyed = (): boolean => this.gone;
  getBounds = (): Bounds => ({ ...this.bounds });
  getNormalBounds = (): Bounds => ({ ...this.bounds });
  setBackgroundColor(_color: string): void {}
  setMenuBarVisibility(_visible: boolean): void {}
  setProgressBar(_progress: number): void {}

  minimize(): void {
    this.enter('minimized', 'minimize');
  }

  maximize(): void {
    this.enter('maximized', 'maximize');
  }

  unmaximize(): void {
    this.enter('normal', 'unmaximize');
  }

  restore(): void {
    this.enter('normal', 'restore');
  }

  close(): void {
    void this.askToClose();
  }

  destroy(): void {
    this.asked = true;
    this.leave();
    whileOpen(this.opened.then((page) => page.close()));
  }

  /** @internal Whether it closed: main may prevent it. */
  async askToClose(): Promise<boolean> {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.asked = true;
    await (await this.opened).close();
    this.leave();
    return true;
  }

  private async open(preload: string | null, javascript: boolean): Promise<Page> {
    const page = await freshPage();
    await this.webContents.attach(page, preload);
    followTheme(page);
    page.on('close', () => {
      // A person closed it; asking main is too late, but it hears of it.
      if (!this.asked) this.emit('close', preventable({}));
      this.leave();
    });
    this.cdp = await page.context().newCDPSession(page);
    this.cdp.on('Page.windowOpen', ({ url }) => expectPopup(this.webContents.mayOpen(url)));
    await this.cdp.send('Page.enable');
    if (!javascript) await this.cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    await this.place({ ...this.bounds });
    return page;
  }

  private enter(state: WindowState, event: string): void {
    this.state = state;
    whileOpen(this.opened.then(() => this.place({ windowState: state })));
    this.emit(event);
  }

  private async place(bounds: Partial<Bounds> | { windowState: WindowState }): Promise<void> {
    if (!this.cdp) return;
    const { windowId } = await this.cdp.send('Browser.getWindowForTarget');
    const { x, y, ...size } = { x: undefined, y: undefined, ...bounds };
    const position = x === undefined || y === undefined ? {} : { left: x, top: y };
    await this.cdp.send('Browser.setWindowBounds', { windowId, bounds: { ...position, ...size } });
  }

  private leave(): void {
    if (this.gone) return;
    this.gone = true;
    all.splice(
      all.findIndex((window) => window.webContents === this.webContents),
      1,
    );
    this.emit('closed');
    if (all.length === 0) lastWindowClosed();
  }
}

connectWindows({
  async closeAll() {
    const closed: boolean[] = [];
    for (const window of [...all]) closed.push(await window.askToClose());
    return closed.every(Boolean);
  },
  destroyAll: () => {
    for (const window of [...all]) window.destroy();
  },
});
