import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { finishBeforeQuit, followWindows } from './lifecycle.ts';

/** The part of Electron's quitting that matters: quit asks, and ends only where nobody prevents it. */
class FakeApp extends EventEmitter {
  ended = false;
  readonly quit = vi.fn(() => {
    const event = {
      defaultPrevented: false,
      preventDefault: () => void Object.assign(event, { defaultPrevented: true }),
    };
    this.emit('before-quit', event);
    this.ended = !event.defaultPrevented;
  });
}

it('quits once what is under way is finished, and finishes it once', async () => {
  const app = new FakeApp();
  let done = () => {};
  const finish = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        done = resolve;
      }),
  );
  finishBeforeQuit(app, finish, () => {});
  app.quit();
  app.quit();
  expect(app.ended).toBe(false);
  done();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(finish).toHaveBeenCalledTimes(1);
});

it('quits where finishing fails, and logs it', async () => {
  const app = new FakeApp();
  const log = vi.fn();
  finishBeforeQuit(app, () => Promise.reject(new Error('disk full')), log);
  app.quit();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(log).toHaveBeenCalledTimes(1);
});

it('ends with the last window, but on macOS waits to be asked for a new one', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const app = new FakeApp();
    const open = vi.fn();
    followWindows(app, { contents: () => null, open }, platform);
    app.emit('window-all-closed');
    expect(app.ended).toBe(platform !== 'darwin');
    app.emit('activate');
    expect(open).toHaveBeenCalledTimes(1);
  }
});
