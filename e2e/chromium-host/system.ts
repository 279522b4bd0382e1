import type { Clipboard, NativeTheme, PowerMonitor, Screen } from 'electron';
import type { Page } from 'playwright';
import { Emitter, type Listener } from './emitter.ts';
import { type Likeness, only } from './only.ts';
import { whileOpen } from './while-open.ts';

let copied = '';

/** A clipboard of its own, so that tests neither read nor overwrite the person's. */
export const clipboard = only('clipboard', {
  readText: async () => copied,
  async writeText(text: string): Promise<void> {
    copied = text;
  },
} satisfies Likeness<Clipboard>);

const themeEvents = new Emitter('nativeTheme', ['updated']);
let themeSource: NativeTheme['themeSource'] = 'system';
const pages: Page[] = [];
const schemes = { system: null, light: 'light', dark: 'dark' } as const;

/** A window's page shows main's choice of theme, now and whenever it changes. */
export function followTheme(page: Page): void {
  pages.push(page);
  page.on('close', () => pages.splice(pages.indexOf(page), 1));
  showTheme(page);
}

function showTheme(page: Page): void {
  whileOpen(page.emulateMedia({ colorScheme: schemes[themeSource] }));
}

export const nativeTheme = only('nativeTheme', {
  get themeSource() {
    return themeSource;
  },
  set themeSource(theme) {
    themeSource = theme;
    themeEvents.emit('updated');
    pages.forEach(showTheme);
  },
  get shouldUseDarkColors() {
    return themeSource === 'dark';
  },
  on(name: string, listener: Listener) {
    themeEvents.on(name, listener);
  },
  off(name: string, listener: Listener) {
    themeEvents.off(name, listener);
  },
} satisfies Likeness<NativeTheme, 'on' | 'off'>);

const powerEvents = new Emitter('powerMonitor', ['shutdown', 'suspend']);

/** The system never shuts down under a test, and says nothing to Node where it does. */
export const powerMonitor = only('powerMonitor', {
  on(name: string, listener: Listener) {
    powerEvents.on(name, listener);
  },
} satisfies Likeness<PowerMonitor, 'on'>);

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, bounds: area, workArea: area, size: area, workAreaSize: area, scaleFactor: 1 };

/** One display of a common size; where the windows really are is Chromium's affair. */
export const screen = only('screen', {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: (_bounds: object) => display,
} satisfies Likeness<Screen, 'getAllDisplays' | 'getPrimaryDisplay' | 'getDisplayMatching'>);
