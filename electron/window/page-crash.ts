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
