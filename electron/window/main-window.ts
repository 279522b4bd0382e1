import { BrowserWindow, dialog as electronsDialog, nativeTheme, screen, type WebContents } from 'electron';
import type { Log } from '../app/log.ts';
import type { SystemEnd } from '../app/system-end.ts';
import type { Closing } from './closing.ts';
import { pageColors } from './page-color.ts';
import { answerCrashes, answerHangs } from './page-crash.ts';
import { followSessionEnd } from './session-end.ts';
import { dialogOf, type WindowDialog } from './window-dialog.ts';
import { boundsToOpen, smallestSize, type WindowPlace } from './window-place.ts';
import type { WindowPlaceStore } from './window-place-store.ts';

/** The app's one window, which macOS may close and open again. */
export interface MainWindow {
  open(): void;
  /** Closes it where it may close; what it has been asked already is not asked twice. Answers whether it is closed. */
  close(): Promise<boolean>;
  /** Brings it to the front, opening it where it is closed. */
  show(): void;
  /** Whether the person is looking at it, as far as the system knows. */
  isInFront(): boolean;
  /** On the taskbar or dock, as Electron's `setProgressBar` takes it. */
  showProgress(progress: number): void;
  /** The page's contents; null while the window is closed. */
  contents(): WebContents | null;
  /** The system's dialogs, in front of the window. */
  readonly dialog: WindowDialog;
}

interface MainWindowNeeds {
  readonly pageUrl: string;
  readonly preload: string;
  readonly place: WindowPlaceStore;
  readonly mayClose: Closing['mayClose'];
  readonly end: SystemEnd;
  /** The system ends the session: there is no time for questions, and the app is not asked to quit. */
  readonly finishNow: () => void;
  readonly quit: () => void;
  readonly log: Log;
}

export function createMainWindow(needs: MainWindowNeeds): MainWindow {
  const { pageUrl, preload, place, mayClose, end, finishNow, quit, log } = needs;
  let window: BrowserWindow | null = null;
  let closing: Promise<boolean> | null = null;
  const dialog = dialogOf(electronsDialog, () => window);

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
    opened.on('close', (event) => {
      if (end.urgency() === 'now') return keepPlace(opened);
      event.preventDefault();
      void close();
    });
    opened.on('closed', () => {
      nativeTheme.off('updated', followTheme);
      window = null;
    });
    followSessionEnd(opened, { end, finish: finishNow });
    answerHangs(opened, { dialog, log });
    answerCrashes(opened.webContents, { dialog, quit, log });
    opened.loadURL(pageUrl).catch((error: unknown) => log(`${pageUrl} could not be loaded.`, error));
  }

  function keepPlace(of: BrowserWindow): void {
    const written = place.write({ bounds: of.getNormalBounds(), maximised: of.isMaximized() });
    if (!written.ok) log(`The window's place was not kept. ${written.error.message}`);
  }

  function close(): Promise<boolean> {
    closing ??= closeIfItMay().finally(() => {
      closing = null;
    });
    return closing;
  }

  async function closeIfItMay(): Promise<boolean> {
    const asked = window;
    if (!asked) return true;
    keepPlace(asked);
    const may = await mayClose(asked.webContents).catch((error: unknown) => {
      log('The window could not be asked whether it may close.', error);
      return true;
    });
    // Not `close`, which comes back here. The page has nothing to say any more.
    if (may && !asked.isDestroyed()) asked.destroy();
    return may;
  }

  return {
    open,
    close,
    show() {
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    isInFront: () => window?.isFocused() ?? false,
    showProgress: (progress) => window?.setProgressBar(progress),
    contents: () => window?.webContents ?? null,
    dialog,
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
