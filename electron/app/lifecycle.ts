import type { MainWindow } from '../window/main-window.ts';
import type { Log } from './log.ts';

/** What is used of Electron's `app`. */
interface AppPort {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'window-all-closed' | 'activate', listener: () => void): unknown;
  quit(): void;
}

/**
 * Holds the first wish to quit back until `finish` is done, e.g. with writes under way, then quits. Where it fails the
 * app quits all the same: what was acknowledged is on disk already.
 */
export function finishBeforeQuit(app: AppPort, finish: () => Promise<void>, log: Log): void {
  let state: 'running' | 'finishing' | 'finished' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'finishing') return;
    state = 'finishing';
    finish()
      .catch((error: unknown) => log('Something could not be finished before quitting.', error))
      .finally(() => {
        state = 'finished';
        app.quit();
      });
  });
}

/** macOS keeps an app without windows alive and opens one when asked; elsewhere closing the last window ends it. */
export function followWindows(
  app: AppPort,
  window: Pick<MainWindow, 'contents' | 'open'>,
  platform: NodeJS.Platform,
): void {
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (!window.contents()) window.open();
  });
}
