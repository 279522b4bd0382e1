import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import { answerCrashes, answerHangs } from './page-crash.ts';

class FakePage extends EventEmitter {
  readonly reload = vi.fn();
  readonly isDestroyed = () => false;
  crash(reason = 'crashed') {
    this.emit('render-process-gone', {}, { reason, exitCode: 5 });
  }
}

function crashing(press: 'Load again' | 'Quit') {
  const page = new FakePage();
  const quit = vi.fn();
  const asked: MessageBoxOptions[] = [];
  let time = 0;
  answerCrashes(page, {
    dialog: {
      async showMessageBox(options) {
        asked.push(options);
        return { response: (options.buttons ?? []).indexOf(press), checkboxChecked: false };
      },
    },
    quit,
    log: () => {},
    now: () => time,
  });
  const passMs = (ms: number) => {
    time += ms;
  };
  return { page, quit, asked, passMs };
}

it('loads a page that crashed again, and one that crashes again later', () => {
  const { page, asked, passMs } = crashing('Quit');
  page.crash();
  passMs(10_001);
  page.crash();
  expect(page.reload).toHaveBeenCalledTimes(2);
  expect(asked).toEqual([]);
});

it('asks after a second crash within 10 seconds, and loads again where the person wants it', async () => {
  const { page, asked, quit, passMs } = crashing('Load again');
  page.crash();
  passMs(10_000);
  page.crash('oom');
  expect(page.reload).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(page.reload).toHaveBeenCalledTimes(2));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.detail).toContain('oom, exit code 5');
  expect(quit).not.toHaveBeenCalled();
});

it('quits where the person wants that', async () => {
  const { page, quit } = crashing('Quit');
  page.crash();
  page.crash();
  await vi.waitFor(() => expect(quit).toHaveBeenCalledTimes(1));
  expect(page.reload).toHaveBeenCalledTimes(1);
});

it('takes a page that was ended in order for no crash', () => {
  const { page } = crashing('Quit');
  page.crash('clean-exit');
  expect(page.reload).not.toHaveBeenCalled();
});

function hanging() {
  const forcefullyCrashRenderer = vi.fn();
  const window = Object.assign(new EventEmitter(), { webContents: { forcefullyCrashRenderer } });
  const log = vi.fn();
  let press: (button: string) => void = () => {};
  const asked: MessageBoxOptions[] = [];
  answerHangs(window, {
    log,
    dialog: {
      showMessageBox: (options) =>
        new Promise((resolve) => {
          asked.push(options);
          const buttons = options.buttons ?? [];
          press = (button) => resolve({ response: buttons.indexOf(button), checkboxChecked: false });
          options.signal?.addEventListener('abort', () => press('Keep waiting'));
        }),
    },
  });
  return { window, log, asked, forcefullyCrashRenderer, press: (button: string) => press(button) };
}

it('asks about a page that hangs, logs it, and ends it only where the person wants that', async () => {
  const { window, log, asked, forcefullyCrashRenderer, press } = hanging();
  window.emit('unresponsive');
  press('Keep waiting');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(forcefullyCrashRenderer).not.toHaveBeenCalled();
  window.emit('unresponsive');
  press('Load again');
  await vi.waitFor(() => expect(forcefullyCrashRenderer).toHaveBeenCalledTimes(1));
  expect(log).toHaveBeenCalledTimes(2);
});

it('takes the question back where the page responds again', async () => {
  const { window, asked, forcefullyCrashRenderer } = hanging();
  window.emit('unresponsive');
  window.emit('responsive');
  await vi.waitFor(() => expect(asked[0]?.signal?.aborted).toBe(true));
  expect(forcefullyCrashRenderer).not.toHaveBeenCalled();
});
