import type { AppError } from '../app-error.ts';
import type { Accepted } from '../camio/client.ts';
import type { CamioFailure } from '../camio/failure.ts';
import type { TestEvent } from '../events/test-event.ts';
import { exhaustive, type Result } from '../result.ts';
import { Pace, type PaceEffects } from './pace.ts';
import * as phrase from './phrase-sweep.ts';
import { type Pause, Setbacks } from './setbacks.ts';
import type { SweepState } from './sweep.ts';
import { sweepEvent } from './sweep-event.ts';
import { eventLabel } from './sweep-labels.ts';
import type { SweepEnd, SweepLine } from './sweep-line.ts';
import type { SweepProgress } from './sweep-progress.ts';
import { judge, type Verdict } from './verdict.ts';

/** What a sweep does to the world. None of these rejects. */
export interface SweepEffects extends PaceEffects {
  /** Hands one event to the network, once. */
  send(event: TestEvent): Promise<Result<Accepted, CamioFailure>>;
  /** Takes a line into the sweep's progress at once, and answers when it is on disk, too. Lines keep their order. */
  note(line: SweepLine): Promise<Result<void, AppError>>;
  /** Says where the sweep stands while it runs. */
  tell(state: SweepState): void;
  /** ms since 1970. */
  now(): number;
  /** From 0 up to but not including 1. */
  random(): number;
}

/** What a person may ask of a running sweep: what is in flight is waited for, nothing more is sent. */
export interface SweepWishes {
  readonly pause: AbortSignal;
  readonly stop: AbortSignal;
}

/**
 * Sends one event to each of these readers, up to `concurrency` at a time, and answers with the state it leaves the sweep
 * in. An event is written down before it is sent. One that may have arrived is never sent again; one that surely was not
 * taken stays pending, and so does everything else once the sweep cannot go on.
 */
export async function runSweep(
  progress: SweepProgress,
  readerIds: readonly string[],
  effects: SweepEffects,
  wishes: SweepWishes,
): Promise<SweepEnd> {
  return new Run(progress, readerIds, effects, wishes).toItsEnd();
}

class Run {
  private readonly queue: Iterator<string>;
  /** Aborted once nothing more is to be sent. */
  private readonly over = new AbortController();
  private readonly pace: Pace;
  /** Why it cannot go on. */
  private obstacle: SweepEnd | null = null;
  /** What became of its events is not all on disk. */
  private unwritten: SweepEnd | null = null;
  private lastNote: Promise<unknown> = Promise.resolve();
  private isWaiting = false;
  private readonly setbacks = new Setbacks();

  constructor(
    private readonly progress: SweepProgress,
    readerIds: readonly string[],
    private readonly effects: SweepEffects,
    private readonly wishes: SweepWishes,
  ) {
    this.queue = readerIds[Symbol.iterator]();
    this.pace = new Pace(progress.sweep.perMinute, effects, this.over.signal);
  }

  async toItsEnd(): Promise<SweepEnd> {
    const { pause, stop } = this.wishes;
    const halt = () => this.over.abort();
    pause.addEventListener('abort', halt);
    stop.addEventListener('abort', halt);
    if (pause.aborted || stop.aborted) halt();
    try {
      const lanes = Array.from({ length: this.progress.sweep.concurrency }, () => this.lane());
      // A bug in one lane ends the sweep, but not before the others have written down what came of their events.
      for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
      await this.lastNote;
      if (stop.aborted) return { kind: 'stopped' };
      if (this.unwritten) return this.unwritten;
      // An obstacle is none to a sweep that has nothing left to send.
      return this.progress.toSend().length > 0 ? (this.obstacle ?? { kind: 'paused' }) : this.progress.done;
    } finally {
      pause.removeEventListener('abort', halt);
      stop.removeEventListener('abort', halt);
    }
  }

  private async lane(): Promise<void> {
    try {
      for (let next = this.queue.next(); !next.done && !this.over.signal.aborted; next = this.queue.next()) {
        let isSettled = false;
        while (!isSettled && !this.over.signal.aborted) {
          await this.pace.turn();
          isSettled = await this.attempt(next.value);
        }
      }
    } catch (error) {
      this.over.abort();
      throw error;
    }
  }

  /** Sends a reader's event; whether its lane is done with it. */
  private async attempt(readerId: string): Promise<boolean> {
    if (this.over.signal.aborted) return true;
    this.goOn();
    const { effects, progress } = this;
    const since = this.setbacks.number;
    const at = new Date(effects.now()).toISOString();
    const label = eventLabel(progress.sweep.id, progress.labels + 1);
    const noted = await effects.note({ kind: 'sending', readerId, label, at });
    // Paused or held while it was being written down, or it could not be: then it is not sent.
    if (!noted.ok || this.over.signal.aborted) {
      if (!noted.ok) this.holdUnwritten(noted.error);
      this.note({ kind: 'withdrawn', readerId });
      return true;
    }
    const startedMs = effects.ticksMs();
    const verdict = judge(await effects.send(sweepEvent(progress.sweep, readerId, label, at)));
    const latencyMs = Math.round(effects.ticksMs() - startedMs);
    return this.settle(readerId, verdict, latencyMs, since);
  }

  /** Writes down what came of an event; whether its lane is done with the reader. */
  private settle(readerId: string, verdict: Verdict, latencyMs: number, since: number): boolean {
    const { setbacks, effects } = this;
    const outcomeIs = (outcome: 'accepted' | 'refused' | 'unknown', status: number | null, message: string) =>
      this.note({ kind: 'outcome', readerId, outcome, status, latencyMs, message });
    const staysPending = () =>
      this.note({ kind: 'outcome', readerId, outcome: 'pending', status: null, latencyMs: null, message: '' });
    switch (verdict.kind) {
      case 'accepted':
        setbacks.answered();
        outcomeIs('accepted', verdict.status, '');
        return true;
      case 'refused':
        setbacks.answered();
        outcomeIs('refused', verdict.status, verdict.reason);
        return true;
      case 'unknown': {
        outcomeIs('unknown', verdict.status, verdict.error.message);
        const tooMany = setbacks.unknown(verdict.error);
        if (tooMany) this.hold(tooMany);
        return true;
      }
      case 'wait':
        staysPending();
        this.waitOrHold(setbacks.askedToWait(since, verdict.waitMs, verdict.error), true);
        return false;
      case 'not reached':
        staysPending();
        this.waitOrHold(setbacks.notReached(since, effects.random(), verdict.error), false);
        return false;
      case 'token refused':
        staysPending();
        this.end({ kind: 'token refused', error: phrase.tokenRefused(verdict.error) });
        return true;
      case 'wrong address':
        staysPending();
        this.hold(phrase.heldBecause(verdict.error));
        return true;
      default:
        return exhaustive(verdict);
    }
  }

  private waitOrHold(pause: Pause, isAsked: boolean): void {
    if (pause.kind === 'give up') {
      this.hold(pause.error);
      return;
    }
    this.pace.holdFor(pause.ms);
    if (!isAsked || this.over.signal.aborted) return;
    this.isWaiting = true;
    this.effects.tell({ kind: 'waiting', until: new Date(this.effects.now() + pause.ms).toISOString() });
  }

  private goOn(): void {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    this.effects.tell({ kind: 'running' });
  }

  private hold(error: AppError): void {
    this.end({ kind: 'held', error });
  }

  private holdUnwritten(error: AppError): void {
    this.unwritten ??= { kind: 'held', error: phrase.notWrittenDown(error) };
    this.end(this.unwritten);
  }

  private end(obstacle: SweepEnd): void {
    this.obstacle ??= obstacle;
    this.over.abort();
  }

  /** Writes a line down without waiting for it: the next event's line shares its way to the disk. */
  private note(line: SweepLine): void {
    this.lastNote = this.effects.note(line).then((noted) => {
      if (!noted.ok) this.holdUnwritten(noted.error);
    });
  }
}
