import type { Log } from '../app/log.ts';
import type { WindowDialog } from './window-dialog.ts';

/** What is used of a page's contents. */
interface CrashingPage {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string; readonly exitCode: number }) => void,
  ): unknown;
  reload(): void;
  isDestroyed(): boolean;
}

/** What is used of a window whose page may hang. */
interface HangingWindow {
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown;
  readonly webContents: { forcefullyCrashRenderer(): void };
}

interface CrashNeeds {
  readonly dialog: Pick<WindowDialog, 'showMessageBox'>;
  readonly quit: () => void;
  readonly log: Log;
  readonly now?: () => number;
}

/** A second crash of the page within this time is not answered by loading it again unasked. */
const crashLoopMs = 10_000;

const buttons = ['Load again', 'Quit'];
const [loadAgain, quitNow] = [0, 1];

/** Drafts are on disk, so a page that crashed can start anew; after one that crashes at once again, the person decides. */
export function answerCrashes(
  page: CrashingPage,
  { dialog, quit, log, now = () => performance.now() }: CrashNeeds,
): void {
  let lastCrashAt = Number.NEGATIVE_INFINITY;

  async function ask(what: string): Promise<void> {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Reader Desk',
      message: 'The window stopped working twice within 10 seconds',
      detail: `What was called saved is on disk. Load the window again, or quit and start Reader Desk anew.\n\n${what}`,
      buttons,
      defaultId: loadAgain,
      cancelId: loadAgain,
      noLink: true,
    });
    if (response === quitNow) quit();
    else if (!page.isDestroyed()) page.reload();
  }

  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const what = `The window’s page ended unexpectedly: ${reason}, exit code ${exitCode}.`;
    log(what);
    const isAgain = now() - lastCrashAt <= crashLoopMs;
    lastCrashAt = now();
    if (isAgain) ask(what).catch((error: unknown) => log('The question about the crash was not shown.', error));
    else page.reload();
  });
}

const hangButtons = ['Keep waiting', 'Load again'];
const [keepWaiting, endAndLoad] = [0, 1];

/** A page that has not answered for a while may come back; the person decides how long to wait. */
export function answerHangs(window: HangingWindow, { dialog, log }: Pick<CrashNeeds, 'dialog' | 'log'>): void {
  let asking: AbortController | null = null;

  async function ask({ signal }: AbortController): Promise<void> {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Reader Desk',
      message: 'The window does not respond',
      detail: 'What was called saved is on disk. If you load the window again, an edit that is half typed is lost.',
      buttons: hangButtons,
      defaultId: keepWaiting,
      cancelId: keepWaiting,
      noLink: true,
      signal,
    });
    // It is loaded again as after any crash.
    if (response === endAndLoad && !signal.aborted) window.webContents.forcefullyCrashRenderer();
  }

  window.on('unresponsive', () => {
    log('The window’s page does not respond.');
    asking?.abort();
    asking = new AbortController();
    ask(asking).catch((error: unknown) => log('The question about the window was not shown.', error));
  });
  window.on('responsive', () => {
    log('The window’s page responds again.');
    asking?.abort();
  });
}
