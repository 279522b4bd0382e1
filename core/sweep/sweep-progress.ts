import { exhaustive } from '../result.ts';
import type { Sweep, SweepOutcome, SweepResult, SweepState, SweepSummary } from './sweep.ts';
import type { SweepLine } from './sweep-line.ts';

/**
 * Where every reader of a sweep stands, kept up line by line: the same lines of its journal always lead to the same
 * progress. It changes in place, since a sweep of 20,000 readers takes 40,000 lines; each result is a value of its own.
 */
export class SweepProgress {
  state: SweepState = { kind: 'running' };
  private readonly byReader: Map<string, SweepResult>;
  /** By reader, what was known before its event was on its way. */
  private readonly inFlight = new Map<string, SweepResult>();
  private readonly counts: Record<SweepOutcome, number>;
  private seen = 0;
  private labelled = 0;
  /** Once it was stopped for good: whom a person picked since, to send to once more. Nobody else gets an event. */
  private picked: Set<string> | null = null;

  constructor(readonly sweep: Sweep) {
    this.byReader = new Map(sweep.readers.map(({ id, name }) => [id, untested(id, name)]));
    this.counts = { pending: this.byReader.size, sending: 0, accepted: 0, refused: 0, unknown: 0 };
  }

  /** Takes a line in and answers with the results it changed. Lines about readers the sweep does not have are let pass. */
  apply(line: SweepLine): SweepResult[] {
    switch (line.kind) {
      case 'sending':
        this.labelled += 1;
        return this.change([line.readerId], (result) => ({
          ...result,
          outcome: 'sending',
          label: line.label,
          sentAt: line.at,
          latencyMs: null,
          status: null,
          message: '',
          attempts: result.attempts + 1,
          // What was seen on video was an event before this one.
          signOff: null,
        }));
      case 'withdrawn':
        return this.change([line.readerId], (result) => this.inFlight.get(line.readerId) ?? result);
      case 'outcome': {
        const { outcome, status, latencyMs, message } = line;
        // Where its announcement was damaged, nobody knows by which label to find it.
        if (!this.inFlight.has(line.readerId)) return this.beUnknown([line.readerId], lostLines);
        return this.change([line.readerId], (result) => ({ ...result, outcome, status, latencyMs, message }));
      }
      case 'again':
        if (isOver(this.state)) this.state = { kind: 'paused' };
        for (const readerId of line.readerIds) this.picked?.add(readerId);
        return this.change(line.readerIds, (result) => ({ ...result, outcome: 'pending', message: '' }));
      case 'state':
        this.state = line.state;
        if (line.state.kind === 'stopped') this.picked = new Set();
        return this.loseTrack();
      case 'lost':
        this.labelled = Math.max(this.labelled, line.labels);
        return this.beUnknown([...this.pending(), ...this.inFlight.keys()], lostLines);
      case 'sign off':
        return this.change(line.readerIds, (result) => ({ ...result, signOff: line.signOff }));
      default:
        return exhaustive(line);
    }
  }

  /** The journal ends here, and the app with it: what was in flight is unknown, and a running sweep was interrupted. */
  interrupt(): void {
    this.loseTrack();
    if (this.state.kind !== 'running') return;
    this.state = this.toSend().length > 0 ? { kind: 'interrupted' } : this.done;
  }

  /** Where it stands when there is nothing left to send. */
  get done(): Extract<SweepState, { kind: 'stopped' | 'finished' }> {
    return { kind: this.picked === null ? 'finished' : 'stopped' };
  }

  /** How many events got a label of their own so far. */
  get labels(): number {
    return this.labelled;
  }

  get(readerId: string): SweepResult | undefined {
    return this.byReader.get(readerId);
  }

  /** In the order of the sweep's readers. */
  results(): SweepResult[] {
    return [...this.byReader.values()];
  }

  /** Whose events it still has to send: all that are pending, or, once stopped for good, those picked since. */
  toSend(): string[] {
    return this.pending().filter((readerId) => this.picked?.has(readerId) ?? true);
  }

  private pending(): string[] {
    return this.results().flatMap(({ readerId, outcome }) => (outcome === 'pending' ? [readerId] : []));
  }

  summary(): SweepSummary {
    const { readers: _, ...sweep } = this.sweep;
    const toSend = this.picked === null ? this.counts.pending : this.toSend().length;
    return { sweep, state: this.state, counts: { ...this.counts }, toSend, seen: this.seen };
  }

  private change(readerIds: readonly string[], to: (result: SweepResult) => SweepResult): SweepResult[] {
    return readerIds.flatMap((readerId) => {
      const before = this.byReader.get(readerId);
      if (!before) return [];
      const after = to(before);
      this.byReader.set(readerId, after);
      this.counts[before.outcome] -= 1;
      this.counts[after.outcome] += 1;
      this.seen += seenIn(after) - seenIn(before);
      if (after.outcome === 'sending') this.inFlight.set(readerId, before);
      else this.inFlight.delete(readerId);
      return [after];
    });
  }

  /** A run ends, and begins, with nothing in flight. What still is was left so by a crash, or by a disk that was full. */
  private loseTrack(): SweepResult[] {
    return this.beUnknown([...this.inFlight.keys()], lostTrack);
  }

  private beUnknown(readerIds: readonly string[], message: string): SweepResult[] {
    return this.change(readerIds, (result) => ({ ...result, outcome: 'unknown', message }));
  }
}

const isOver = ({ kind }: SweepState): boolean => kind === 'stopped' || kind === 'finished';

const lostTrack =
  'Reader Desk ended while this event was on its way, so whether Camio recorded it is not known. Search Camio for the event’s unique label before you send it again.';

const lostLines =
  'The file of this sweep was damaged, and what became of this reader’s event was lost with it. Search Camio for the sweep’s label before you send it again.';

function untested(readerId: string, readerName: string): SweepResult {
  return {
    readerId,
    readerName,
    outcome: 'pending',
    label: '',
    sentAt: null,
    latencyMs: null,
    status: null,
    message: '',
    attempts: 0,
    signOff: null,
  };
}

const seenIn = ({ signOff }: SweepResult): number => (signOff?.seen === true ? 1 : 0);
