import type { Log } from '../app/log.ts';
import type { SystemEnd } from '../app/system-end.ts';
import type { MainWindow } from './main-window.ts';

/** What is used of Electron's `app`. */
interface AppPort {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'window-all-closed' | 'activate', listener: () => void): unknown;
  quit(): void;
  relaunch(options: { args: string[]; execPath?: string }): void;
}

interface QuittingNeeds {
  /** Closes the window. Answers false where the person wants to keep it open. */
  readonly leave: () => Promise<boolean>;
  /** What is done once the window is closed, e.g. writes under way. */
  readonly finish: () => Promise<void>;
  readonly end: Pick<SystemEnd, 'urgency'>;
  readonly log: Log;
  /** The file of the AppImage that this runs from. What is inside it is gone once the app has ended. */
  readonly appImage?: string | undefined;
}

/** Where the app is on its way out. */
export interface Quitting {
  /** Too late for a window: what it works with is being closed. */
  isFinishing(): boolean;
  /** Has the app start anew, with these arguments, once it has ended. */
  startAgain(args: readonly string[]): void;
  /** Finishes at once what can be: the system ends the app without asking it to quit. */
  finishNow(): void;
}

/**
 * Holds the wish to quit back until the window is closed and all is finished, then quits. What fails on the way does not
 * keep the app alive: what was acknowledged is on disk already.
 */
export function finishBeforeQuit(app: AppPort, { leave, finish, end, log, appImage }: QuittingNeeds): Quitting {
  let state: 'running' | 'leaving' | 'finishing' | 'finished' = 'running';
  let again: readonly string[] | null = null;

  const tryFinish = () => finish().catch((error: unknown) => log('Something could not be finished.', error));
  const tryLeave = () =>
    leave().catch((error: unknown) => {
      log('The window could not be closed in order.', error);
      return true;
    });

  async function quit(): Promise<void> {
    state = 'leaving';
    const hasLeft = await tryLeave();
    // The system may have ended it meanwhile.
    if (state !== 'leaving') return;
    if (!hasLeft) {
      state = 'running';
      return;
    }
    state = 'finishing';
    await tryFinish();
    state = 'finished';
    if (again) app.relaunch({ args: [...again], ...(appImage === undefined ? {} : { execPath: appImage }) });
    app.quit();
  }

  function finishNow(): void {
    if (state === 'running' || state === 'leaving') void tryFinish();
    state = 'finished';
  }

  app.on('before-quit', (event) => {
    if (state === 'finished') return;
    if (end.urgency() === 'now') return finishNow();
    event.preventDefault();
    if (state === 'running') void quit();
  });

  return {
    isFinishing: () => state === 'finishing' || state === 'finished',
    startAgain(args) {
      again = args;
    },
    finishNow,
  };
}

/** macOS keeps an app without windows alive and opens one when asked; elsewhere closing the last window ends it. */
export function followWindows(
  app: AppPort,
  window: Pick<MainWindow, 'contents' | 'open'>,
  { platform, quitting }: { readonly platform: NodeJS.Platform; readonly quitting: Pick<Quitting, 'isFinishing'> },
): void {
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (!window.contents() && !quitting.isFinishing()) window.open();
  });
}
