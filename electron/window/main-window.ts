import { BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron';
import type { Log } from '../app/log.ts';
import { pageColors } from './page-color.ts';
import { dialogOf, type WindowDialog } from './window-dialog.ts';
import { boundsToOpen, smallestSize, type WindowPlace } from './window-place.ts';
import type { WindowPlaceStore } from './window-place-store.ts';

/** Two crashes of the page within this time are not answered by loading it again. */
const crashLoopMs = 10_000;

/** The app's one window, which macOS may close and open again. */
export interface MainWindow {
  open(): void;
  /** Brings it to the front, opening it where it is closed. */
  show(): void;
  /** The page's contents; null while the window is closed. */
  contents(): WebContents | null;
  /** The system's dialogs, in front of the window. */
  readonly dialog: WindowDialog;
}

interface MainWindowNeeds {
  readonly pageUrl: string;
  readonly preload: string;
  readonly place: WindowPlaceStore;
  readonly log: Log;
}

export function createMainWindow({ pageUrl, preload, place, log }: MainWindowNeeds): MainWindow {
  let window: BrowserWindow | null = null;

  function open(): void {
    const last = place.read();
    const opened = new BrowserWindow(windowOptions(last, preload));
    window = opened;
    opened.once('ready-to-show', () => {
      if (last.maximised) opened.maximize();
      opened.show();
    });
    const followTheme = () => opened.setBackgroundColor(pageColor());
    nativeTheme.on('updated', followTheme);
    opened.on('close', () => {
      const written = place.write({ bounds: opened.getNormalBounds(), maximised: opened.isMaximized() });
      if (!written.ok) log(`The window's place was not kept. ${written.error.message}`);
    });
    opened.on('closed', () => {
      nativeTheme.off('updated', followTheme);
      window = null;
    });
    reloadAfterCrash(opened.webContents, log);
    opened.loadURL(pageUrl).catch((error: unknown) => log(`${pageUrl} could not be loaded.`, error));
  }

  return {
    open,
    show() {
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    contents: () => window?.webContents ?? null,
    dialog: dialogOf(dialog, () => window),
  };
}

function windowOptions(place: WindowPlace, preload: string): Electron.BrowserWindowConstructorOptions {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  return {
    ...boundsToOpen(place, workAreas),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: 'Reader Desk',
    backgroundColor: pageColor(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  };
}

function pageColor(): string {
  return nativeTheme.shouldUseDarkColors ? pageColors.dark : pageColors.light;
}

/** Drafts are on disk, so a page that crashed can start anew; one that crashes at once again is left alone. */
function reloadAfterCrash(contents: WebContents, log: Log): void {
  let lastCrashAt = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`The window's page ended unexpectedly: ${reason}, exit code ${exitCode}.`);
    const now = performance.now();
    if (now - lastCrashAt > crashLoopMs) contents.reload();
    lastCrashAt = now;
  });
}
