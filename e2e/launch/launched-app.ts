import type { Page } from '@playwright/test';

/** The buttons that agree to what main asks outside the window. */
export const consentButtons = ['Push to Camio', 'Send event', 'Start sweep'];

export interface LaunchOptions {
  /** Default: a fresh temporary folder, removed on close. */
  readonly userDataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the Chromium host; Electron in a run that asks for it. */
  readonly host?: 'electron' | 'chromium';
  /** DevTools endpoint of a Chromium to run in, in the Chromium host. Default: one of its own. */
  readonly chromium?: string;
  /** Origins that the person agreed to send to before: the first push to any other asks, and reads the list again. */
  readonly knownServers?: readonly string[];
  /** The app's own arguments, e.g. `--practice`. */
  readonly args?: readonly string[];
}

/** The running app as a spec sees it; the same in both hosts. */
export interface LaunchedApp {
  /** The main window, ready for input. */
  readonly page: Page;
  readonly userDataDir: string;
  /** Of the main process, for kill tests. */
  readonly pid: number;
  /** Answers the next save dialog; null cancels it. */
  nextSaveDialog(path: string | null): Promise<void>;
  /** Answers the next open dialog; null cancels it. */
  nextOpenDialog(paths: string[] | null): Promise<void>;
  /**
   * From now on presses these buttons wherever a message box has one, unless an answer was laid out. At the start: what
   * main asks before the first write to a server and before a push that removes many readers (`consentButtons`).
   */
  agreeTo(...buttons: string[]): Promise<void>;
  /** Answers the next message box with the button of this name; a box stays open until it is answered. */
  nextMessageBox(button: string): Promise<void>;
  /** What the message boxes so far said, message and detail. */
  messageBoxes(): Promise<string[]>;
  /** Links handed to the system's browser so far. */
  openedExternally(): Promise<string[]>;
  /** Chooses an item of the menu bar by its labels from the top, e.g. `'File', 'Export…'`. */
  chooseMenuItem(...labels: string[]): Promise<void>;
  /** Asks the app to quit, as its menu does, and does not wait: it may ask back, and go on. */
  quit(): Promise<void>;
  /** A normal quit, edits that could not be saved or not. Does nothing more where the app has ended already. */
  close(): Promise<void>;
  /** SIGKILL, leaving the user-data folder as it is; returns when every process is gone. */
  kill(): Promise<void>;
}

/** What a host needs to start the app. */
export interface Launch {
  readonly chromium?: string;
  readonly mainBundle: string;
  readonly root: string;
  readonly userDataDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}
