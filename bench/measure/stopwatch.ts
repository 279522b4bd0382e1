interface Measure {
  /** At least so often… */
  readonly times: number;
  /** …and until so much time was spent on it; */
  readonly enoughMs?: number;
  /** but not again once this much was. */
  readonly atMostMs?: number;
}

/** How long `work` takes, in milliseconds, again and again. */
export function time(work: () => unknown, { times, enoughMs = 0, atMostMs = 10_000 }: Measure): number[] {
  const samplesMs: number[] = [];
  let spentMs = 0;
  while ((samplesMs.length < times || spentMs < enoughMs) && spentMs < atMostMs) {
    const startedAt = performance.now();
    keep(work());
    const tookMs = performance.now() - startedAt;
    spentMs += tookMs;
    samplesMs.push(tookMs);
  }
  return samplesMs;
}

/** The same for one piece of work that waits. */
export async function timeOnce(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

let kept: unknown;

/** A result that nobody looks at could be optimised away. */
function keep(result: unknown): void {
  kept = result;
  if (kept === keep) throw new Error('A benchmark answered with its stopwatch.');
}
