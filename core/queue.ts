/** One thing after the other per connection. */
export interface Lanes {
  /** Runs a job once those before it have ended; one that fails holds up none after it. */
  run<T>(connectionId: string, job: () => Promise<T>): Promise<T>;
  /** Waits for the jobs there are now, of one connection or of all. */
  ended(connectionId?: string): Promise<void>;
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(connectionId, job) {
      const done = (last.get(connectionId) ?? Promise.resolve()).then(job);
      // Whoever asked for it hears of the failure.
      const ended = done.then(
        () => undefined,
        () => undefined,
      );
      last.set(connectionId, ended);
      void ended.then(() => {
        if (last.get(connectionId) === ended) last.delete(connectionId);
      });
      return done;
    },

    async ended(connectionId) {
      await (connectionId === undefined ? Promise.all(last.values()) : last.get(connectionId));
    },
  };
}
