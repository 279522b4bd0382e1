/** Runs jobs one after the other, in the order they were asked for. */
export interface Queue {
  /** Runs `job` after all jobs before it. Its failure is the caller's alone: the next job runs all the same. */
  run<T>(job: () => Promise<T>): Promise<T>;
  /** Waits for the jobs there are now. */
  ended(): Promise<void>;
}

export function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve();
  return {
    run(job) {
      const done = last.then(job);
      // Whoever asked for the job hears of its failure.
      last = done.then(
        () => undefined,
        () => undefined,
      );
      return done;
    },
    ended: () => last,
  };
}

/** A queue for each key, e.g. for each connection. */
export interface Queues {
  run<T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Waits for the jobs there are now, of one key or of all. */
  ended(key?: string): Promise<void>;
}

export function createQueues(): Queues {
  const queues = new Map<string, { readonly queue: Queue; waiting: number }>();
  return {
    async run(key, job) {
      const entry = queues.get(key) ?? { queue: createQueue(), waiting: 0 };
      queues.set(key, entry);
      entry.waiting += 1;
      try {
        return await entry.queue.run(job);
      } finally {
        entry.waiting -= 1;
        if (entry.waiting === 0) queues.delete(key);
      }
    },

    async ended(key) {
      if (key !== undefined) await queues.get(key)?.queue.ended();
      else await Promise.all([...queues.values()].map(({ queue }) => queue.ended()));
    },
  };
}
