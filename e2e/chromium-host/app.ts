import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App, RelaunchOptions } from 'electron';
import { z } from 'zod';
import { onCommand } from './control.ts';
import { Emitter, type Listener, preventable } from './emitter.ts';
import { type Likeness, only } from './only.ts';
import { takeSingleInstanceLock } from './single-instance.ts';

const packageJson = z.object({ name: z.string(), productName: z.string().exactOptional(), version: z.string() });

/** What the life of the app needs of its windows; browser-window.ts supplies it. */
interface Windows {
  /** Asks every window to close; answers whether all did. */
  closeAll(): Promise<boolean>;
  destroyAll(): void;
}

const emitter = new Emitter('app', [
  'activate',
  'before-quit',
  'browser-window-created',
  'child-process-gone',
  'ready',
  'quit',
  'second-instance',
  'select-client-certificate',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
]);

let appPath = '';
let ready = false;
let quitting = false;
let windows: Windows | null = null;
let stopChromium: () => Promise<void> = async () => {};
let startAgain: (args: readonly string[]) => void = () => {};
let relaunchWith: readonly string[] | null = null;
const info = { name: '', version: '' };
const paths = new Map<string, string>();
const switches = new Map<string, string>();

/** Reads what Electron reads of the app before it runs its main: package.json and the command line. */
export function describeApp(mainFile: string, args: readonly string[]): void {
  appPath = folderWithPackageJson(dirname(mainFile));
  const described = packageJson.parse(JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')));
  info.name = described.productName ?? described.name;
  info.version = described.version;
  for (const arg of args) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (name !== undefined) switches.set(name, value ?? '');
  }
  paths.set('home', homedir());
  paths.set('temp', tmpdir());
  for (const name of ['documents', 'downloads', 'desktop']) {
    paths.set(name, join(homedir(), name.charAt(0).toUpperCase() + name.slice(1)));
  }
  paths.set('appData', appDataFolder());
  paths.set('userData', switches.get('user-data-dir') || join(appDataFolder(), info.name));
}

function folderWithPackageJson(folder: string): string {
  try {
    readFileSync(join(folder, 'package.json'));
    return folder;
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return folderWithPackageJson(dirname(folder));
  }
}

function appDataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

/** Called once main's entry module has been evaluated and Chromium is up, never before. */
export function emitReady(stop: () => Promise<void>, again: (args: readonly string[]) => void): void {
  stopChromium = stop;
  startAgain = again;
  ready = true;
  emitter.emit('ready', {}, {});
}

export function connectWindows(all: Windows): void {
  windows = all;
}

/** Tells the app that its last window was closed by a person or by main. */
export function lastWindowClosed(): void {
  if (quitting) return;
  if (emitter.listenerCount('window-all-closed') > 0) emitter.emit('window-all-closed');
  else implementation.quit();
}

export const emitFromApp = (name: string, ...args: unknown[]): boolean => emitter.emit(name, ...args);

/** Electron's order: before-quit, every window's close, will-quit, quit; whoever prevents one of them stops it. */
async function quit(): Promise<void> {
  if (quitting) return;
  const before = preventable({});
  emitter.emit('before-quit', before);
  if (before.defaultPrevented) return;
  quitting = true;
  const closed = (await windows?.closeAll()) ?? true;
  const will = preventable({});
  if (closed) emitter.emit('will-quit', will);
  if (!closed || will.defaultPrevented) {
    quitting = false;
    return;
  }
  await exit(0);
}

async function exit(code: number): Promise<void> {
  quitting = true;
  windows?.destroyAll();
  emitter.emit('quit', {}, code);
  await stopChromium();
  if (relaunchWith) startAgain(relaunchWith);
  process.exit(code);
}

const implementation = {
  get name(): string {
    return info.name;
  },
  get isPackaged(): boolean {
    return false;
  },
  getName: () => info.name,
  getVersion: () => info.version,
  getAppPath: () => appPath,
  getLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  isReady: () => ready,
  whenReady: (): Promise<void> =>
    ready ? Promise.resolve() : new Promise((resolve) => emitter.once('ready', () => resolve())),
  quit(): void {
    // As in Electron, `before-quit` is emitted before this returns.
    void quit();
  },
  exit(code = 0): void {
    void exit(code);
  },
  relaunch({ args = process.argv.slice(1) }: RelaunchOptions = {}): void {
    relaunchWith = args;
  },
  focus(): void {},
  enableSandbox(): void {},
  setAppUserModelId(_id: string): void {},
  setAboutPanelOptions(_options: object): void {},
  getPath(name: string): string {
    const path = name === 'logs' ? join(implementation.getPath('userData'), 'logs') : paths.get(name);
    if (path === undefined) throw new Error(`The Chromium host knows no path "${name}".`);
    return path;
  },
  setPath(name: string, path: string): void {
    paths.set(name, path);
  },
  commandLine: only('app.commandLine', {
    hasSwitch: (name: string) => switches.has(name),
    getSwitchValue: (name: string) => switches.get(name) ?? '',
    // Chromium is already on its way; what main may ask of it here does not matter to a test.
    appendSwitch: (_name: string, _value?: string) => {},
  } satisfies Likeness<App['commandLine']>),
  requestSingleInstanceLock: (): boolean =>
    takeSingleInstanceLock(implementation.getPath('userData'), (argv, folder) =>
      emitter.emit('second-instance', preventable({}), argv, folder, null),
    ),
  on(name: string, listener: Listener) {
    emitter.on(name, listener);
    return app;
  },
  once(name: string, listener: Listener) {
    emitter.once(name, listener);
    return app;
  },
} satisfies Likeness<App, 'commandLine' | 'on' | 'once'>;

export const app = only('app', implementation);

onCommand('quit', () => {
  app.quit();
  return null;
});
