/** How the app is to end where not the person in front of it wants that, but the system. */
export interface SystemEnd {
  /** `soon`: without a question. `now`: without waiting for anything. null: the person decides. */
  urgency(): 'soon' | 'now' | null;
  /** Says that the system is ending the session. Electron tells of it in different ways. */
  sessionEnds(): void;
  /** Calls the listener when the system wants the app to end. Answers with the function that ends that. */
  onEnd(listener: () => void): () => void;
}

interface SystemEndNeeds {
  /** Node's `process`: Electron quits on these signals, and cannot say then that it was one. */
  readonly process: { on(signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM', listener: () => void): unknown };
  /** Electron's; only macOS and Linux shut down through it. On Windows the window is told. */
  readonly powerMonitor: { on(event: 'shutdown' | 'suspend', listener: () => void): unknown };
  readonly quit: () => void;
  readonly now?: () => number;
}

/** Another program may call the end of the session off, and nobody says so. */
const shutdownHoldsMs = 120_000;

export function watchSystemEnd({
  process,
  powerMonitor,
  quit,
  now = () => performance.now(),
}: SystemEndNeeds): SystemEnd {
  const listeners = new Set<() => void>();
  let isTerminated = false;
  let shutdownAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      isTerminated = true;
      tell();
      quit();
    });
  }
  const sessionEnds = () => {
    shutdownAt = now();
    tell();
  };
  // On Linux Electron begins to listen to the system with the first listener of any event, and misses that it is one for
  // `shutdown`: so it must not be the first.
  powerMonitor.on('suspend', () => {});
  // A log-out too. Whoever holds it back on macOS calls it off.
  powerMonitor.on('shutdown', sessionEnds);

  return {
    urgency() {
      if (now() - shutdownAt < shutdownHoldsMs) return 'now';
      return isTerminated ? 'soon' : null;
    },
    sessionEnds,
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
