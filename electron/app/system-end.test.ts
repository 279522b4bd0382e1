import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { watchSystemEnd } from './system-end.ts';

function watch() {
  const [process, powerMonitor] = [new EventEmitter(), new EventEmitter()];
  const quit = vi.fn();
  let time = 0;
  const end = watchSystemEnd({ process, powerMonitor, quit, now: () => time });
  const passMs = (ms: number) => {
    time += ms;
  };
  return { process, powerMonitor, quit, end, passMs };
}

it.each(['SIGHUP', 'SIGINT', 'SIGTERM'])('quits soon and without a question on %s', (signal) => {
  const { process, quit, end } = watch();
  const told = vi.fn();
  end.onEnd(told);
  expect(end.urgency()).toBeNull();
  process.emit(signal);
  expect(end.urgency()).toBe('soon');
  expect(told).toHaveBeenCalledTimes(1);
  expect(quit).toHaveBeenCalledTimes(1);
});

it('waits for nothing when the session ends, and leaves the quitting to the system', () => {
  const { powerMonitor, quit, end } = watch();
  const told = vi.fn();
  end.onEnd(told);
  powerMonitor.emit('shutdown');
  expect(end.urgency()).toBe('now');
  expect(told).toHaveBeenCalledTimes(1);
  expect(quit).not.toHaveBeenCalled();
});

it('is told of the end of a Windows session by the window', () => {
  const { end } = watch();
  const told = vi.fn();
  end.onEnd(told);
  end.sessionEnds();
  expect(end.urgency()).toBe('now');
  expect(told).toHaveBeenCalledTimes(1);
});

it('does not begin with the listener that Electron misses on Linux', () => {
  // As Electron's own: what is registered first only starts the monitor.
  class LinuxPowerMonitor extends EventEmitter {
    isListeningForShutdown = false;
    constructor() {
      super();
      this.once('newListener', () => {
        this.on('newListener', (event) => {
          if (event === 'shutdown') this.isListeningForShutdown = true;
        });
      });
    }
  }
  const powerMonitor = new LinuxPowerMonitor();
  watchSystemEnd({ process: new EventEmitter(), powerMonitor, quit: () => {} });
  expect(powerMonitor.isListeningForShutdown).toBe(true);
});

it('takes a session that has not ended after two minutes for one that goes on', () => {
  const { powerMonitor, end, passMs } = watch();
  powerMonitor.emit('shutdown');
  passMs(119_999);
  expect(end.urgency()).toBe('now');
  passMs(1);
  expect(end.urgency()).toBeNull();
});

it('tells nobody who has stopped listening', () => {
  const { process, end } = watch();
  const told = vi.fn();
  end.onEnd(told)();
  process.emit('SIGTERM');
  expect(told).not.toHaveBeenCalled();
});
