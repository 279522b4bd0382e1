import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { watchFaults } from './faults.ts';

function watch() {
  const [process, app] = [new EventEmitter(), new EventEmitter()];
  const log = vi.fn();
  return { process, app, log, faults: watchFaults({ process, app, log }) };
}

it('logs every fault that nobody caught, and tells the person once', () => {
  const { process, log, faults } = watch();
  const tell = vi.fn();
  faults.tell(tell);
  const [first, second] = [new Error('first'), new Error('second')];
  process.emit('unhandledRejection', first);
  process.emit('uncaughtException', second);
  faults.note('The window failed.', 'third');
  expect(log.mock.calls.map(([, error]) => error)).toEqual([first, second, 'third']);
  expect(tell).toHaveBeenCalledTimes(1);
  expect(tell.mock.calls[0]?.[0]).toMatchObject({ code: 'fault' });
});

it('tells of a fault while starting once there is a window', () => {
  const { process, faults } = watch();
  process.emit('unhandledRejection', new Error('early'));
  const tell = vi.fn();
  faults.tell(tell);
  expect(tell).toHaveBeenCalledTimes(1);
});

it('logs a process of Chromium’s that ended, but not one that ended in order', () => {
  const { app, log } = watch();
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'clean-exit', exitCode: 0 });
  expect(log).not.toHaveBeenCalled();
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
  expect(log).toHaveBeenCalledWith(expect.stringContaining('GPU, crashed, exit code 5'));
});
