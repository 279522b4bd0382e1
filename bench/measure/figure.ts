import { median, quantile, short, spread } from './samples.ts';

/** One line of the table. */
export interface Figure {
  readonly what: string;
  /** As `quality.md` has it; null for a figure that is only shown. */
  readonly target: string | null;
  readonly measured: string;
  /** The same work done another way, measured in the same run. */
  readonly peer: string | null;
  readonly isMet: boolean | null;
}

/** What a figure is set beside. */
export interface Peer {
  readonly name: string;
  readonly samplesMs: readonly number[];
}

interface Timing {
  readonly what: string;
  readonly samplesMs: readonly number[];
  /** Null for a time that is only shown. */
  readonly atMostMs: number | null;
  readonly peer?: Peer;
}

/** A time. It is judged by its p95, with few samples the slowest; beside a peer the medians are compared. */
export function timing({ what, samplesMs, atMostMs, peer }: Timing): Figure {
  return {
    what,
    target: atMostMs === null ? null : `≤ ${atMostMs.toLocaleString('en')} ms`,
    measured: spread(samplesMs),
    peer: peer ? beside(samplesMs, peer) : null,
    isMet: atMostMs === null ? null : quantile(samplesMs, 0.95) <= atMostMs,
  };
}

/** An amount with an upper limit, e.g. in MB or KB. */
export function amount(what: string, value: number, unit: string, atMost: number | null, peer?: string): Figure {
  return {
    what,
    target: atMost === null ? null : atMost === 0 ? 'none' : `≤ ${atMost} ${unit}`,
    measured: `${Number.isInteger(value) ? value.toLocaleString('en') : short(value)} ${unit}`.trimEnd(),
    peer: peer ?? null,
    isMet: atMost === null ? null : value <= atMost,
  };
}

/** `12.4 × faster than a naive one (p50 31.0 ms)`. */
function beside(samplesMs: readonly number[], { name, samplesMs: theirs }: Peer): string {
  const ratio = median(theirs) / median(samplesMs);
  const compared = ratio >= 1 ? `${short(ratio)} × faster than` : `${short(1 / ratio)} × slower than`;
  return `${compared} ${name} (p50 ${short(median(theirs))} ms)`;
}
