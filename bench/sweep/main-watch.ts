import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface MainWatched {
  /** The longest that the event loop was held up. */
  readonly blockedMs: number;
  /** How much larger the process was at its largest than before, in MB. */
  readonly grewMb: number;
}

const everyMs = 20;

/** Watches this process until it is told to stop. It looks every millisecond, which itself takes some of the processor. */
export function watchMain(): () => MainWatched {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let largest = before;
  const look = setInterval(() => {
    largest = Math.max(largest, process.memoryUsage.rss());
  }, everyMs);
  loop.enable();
  return () => {
    loop.disable();
    clearInterval(look);
    return { blockedMs: loop.max / 1e6, grewMb: (largest - before) / 2 ** 20 };
  };
}
