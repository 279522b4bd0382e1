import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import type { SystemEnd } from '../app/system-end.ts';
import { finishBeforeQuit, followWindows } from './lifecycle.ts';

/** The part of Electron's quitting that matters: quit asks, and ends only where nobody prevents it. */
class FakeApp extends EventEmitter {
  ended = false;
  readonly relaunch = vi.fn();
  readonly quit = vi.fn(() => {
    const event = {
      defaultPrevented: false,
      preventDefault: () => void Object.assign(event, { defaultPrevented: true }),
    };
    this.emit('before-quit', event);
    this.ended = !event.defaultPrevented;
  });
}

/** A promise that the test itself keeps. */
function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}

function quitting(given: Partial<Parameters<typeof finishBeforeQuit>[1]> = {}) {
  const app = new FakeApp();
  const needs = {
    leave: vi.fn(async () => true),
    finish: vi.fn(async () => {}),
    end: { urgency: (): ReturnType<SystemEnd['urgency']> => null },
    log: vi.fn(),
    ...given,
  };
  return { app, ...needs, quitting: finishBeforeQuit(app, needs) };
}

it('quits once the window is closed and what is under way is finished, and finishes it once', async () => {
  const finished = later<void>();
  const finish = vi.fn(() => finished.promise);
  const { app, leave } = quitting({ finish });
  app.quit();
  app.quit();
  await vi.waitFor(() => expect(finish).toHaveBeenCalled());
  app.quit();
  expect(app.ended).toBe(false);
  finished.resolve();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(leave).toHaveBeenCalledTimes(1);
  expect(finish).toHaveBeenCalledTimes(1);
});

it('goes on where the person keeps the window open, and quits when asked again', async () => {
  const leave = vi.fn(async () => true).mockResolvedValueOnce(false);
  const { app, finish } = quitting({ leave });
  app.quit();
  await setImmediate();
  expect(finish).not.toHaveBeenCalled();
  app.quit();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(leave).toHaveBeenCalledTimes(2);
});

it('quits where leaving or finishing fails, and logs it', async () => {
  const { app, log } = quitting({
    leave: () => Promise.reject(new Error('no answer')),
    finish: () => Promise.reject(new Error('disk full')),
  });
  app.quit();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(log).toHaveBeenCalledTimes(2);
});

it('does not hold the end of the session back, and finishes what it can', () => {
  const { app, leave, finish } = quitting({ end: { urgency: () => 'now' } });
  app.quit();
  expect(app.ended).toBe(true);
  expect(leave).not.toHaveBeenCalled();
  expect(finish).toHaveBeenCalledTimes(1);
});

it('does not hold the session’s end back while the person is being asked, and finishes once', async () => {
  const answered = later<boolean>();
  let urgency: 'now' | null = null;
  const { app, finish } = quitting({ leave: () => answered.promise, end: { urgency: () => urgency } });
  app.quit();
  expect(app.ended).toBe(false);
  urgency = 'now';
  app.quit();
  expect(app.ended).toBe(true);
  answered.resolve(true);
  await setImmediate();
  expect(finish).toHaveBeenCalledTimes(1);
});

it('starts anew after its end where it was started while it was finishing', async () => {
  const finished = later<void>();
  const { app, quitting: state } = quitting({ finish: () => finished.promise });
  expect(state.isFinishing()).toBe(false);
  app.quit();
  await vi.waitFor(() => expect(state.isFinishing()).toBe(true));
  state.startAgain(['main.js', '--practice']);
  expect(app.relaunch).not.toHaveBeenCalled();
  finished.resolve();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(app.relaunch.mock.calls).toEqual([[{ args: ['main.js', '--practice'] }]]);
});

it('starts the AppImage anew, not what was mounted from it', async () => {
  const finished = later<void>();
  const { app, quitting: state } = quitting({ finish: () => finished.promise, appImage: '/home/ann/Reader.AppImage' });
  app.quit();
  await vi.waitFor(() => expect(state.isFinishing()).toBe(true));
  state.startAgain(['--practice']);
  finished.resolve();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(app.relaunch.mock.calls).toEqual([[{ args: ['--practice'], execPath: '/home/ann/Reader.AppImage' }]]);
});

it('finishes once where a Windows session ends without asking it to quit', () => {
  const { finish, quitting: state } = quitting();
  state.finishNow();
  state.finishNow();
  expect(finish).toHaveBeenCalledTimes(1);
  expect(state.isFinishing()).toBe(true);
});

it('does not start anew unasked', async () => {
  const { app } = quitting();
  app.quit();
  await vi.waitFor(() => expect(app.ended).toBe(true));
  expect(app.relaunch).not.toHaveBeenCalled();
});

it('ends with the last window, but on macOS waits to be asked for a new one', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const app = new FakeApp();
    const open = vi.fn();
    followWindows(app, { contents: () => null, open }, { platform, quitting: { isFinishing: () => false } });
    app.emit('window-all-closed');
    expect(app.ended).toBe(platform !== 'darwin');
    app.emit('activate');
    expect(open).toHaveBeenCalledTimes(1);
  }
});

it('opens no window while the app is finishing', () => {
  const app = new FakeApp();
  const open = vi.fn();
  followWindows(app, { contents: () => null, open }, { platform: 'darwin', quitting: { isFinishing: () => true } });
  app.emit('activate');
  expect(open).not.toHaveBeenCalled();
});
