import type { SweepCounts, SweepOutcome, SweepState, SweepSummary } from '../../core/sweep/sweep.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { outcomeWord } from '../events/phrase-event.ts';
import { localTime } from '../ui/local-time.ts';

/** Readers of a sweep, whatever became of their events. */
export function totalOf({ pending, sending, accepted, refused, unknown }: SweepCounts): number {
  return pending + sending + accepted + refused + unknown;
}

/** `124 real events`. */
export function countEvents(count: number): string {
  return counted(count, 'real event');
}

/** What became of a reader's event, in a word or two. One of a sweep that has ended will not be sent any more. */
export function resultWord(outcome: SweepOutcome, hasEnded = false): string {
  if (outcome === 'pending') return hasEnded ? 'Not sent' : 'Pending';
  return outcomeWord(outcome);
}

/** A sweep's state in a word or two. */
export function stateWord({ kind }: SweepState): string {
  switch (kind) {
    case 'running':
      return 'Running';
    case 'pausing':
      return 'Pausing';
    case 'paused':
      return 'Paused';
    case 'waiting':
      return 'Waiting';
    case 'token refused':
      return 'Token refused';
    case 'held':
      return 'Held';
    case 'interrupted':
      return 'Interrupted';
    case 'stopped':
      return 'Stopped';
    case 'finished':
      return 'Finished';
  }
}

/** What asks for the person stands out. */
export function stateTone({ kind }: SweepState): 'added' | 'warn' | 'neutral' {
  if (kind === 'finished') return 'added';
  return kind === 'token refused' || kind === 'held' || kind === 'interrupted' ? 'warn' : 'neutral';
}

/** A sweep among others: `2026-07-01 12:00, 124 readers, finished`. */
export function describeSweep({ sweep, state, counts }: SweepSummary): string {
  return `${localTime(sweep.startedAt)}, ${counted(totalOf(counts), 'reader')}, ${stateWord(state).toLowerCase()}`;
}

/** `12 of 40 events were sent when Reader Desk ended. Of 1 it is not known whether Camio recorded it.` */
export function phraseInterrupted(counts: SweepCounts): string {
  const total = totalOf(counts);
  const sent = `${formatCount(total - counts.pending)} of ${formatCount(total)} events were sent when Reader Desk ended.`;
  if (counts.unknown === 0) return sent;
  return `${sent} Of ${formatCount(counts.unknown)} it is not known whether Camio recorded ${counts.unknown === 1 ? 'it' : 'them'}.`;
}

/** Why a sweep does not go on until a person says so; null for any other. */
export function phraseWaitsForPerson({ sweep, state, toSend }: SweepSummary): string | null {
  const left = `${countEvents(toSend)} ${toSend === 1 ? 'is' : 'are'} left to send.`;
  switch (state.kind) {
    case 'interrupted':
      return `The sweep of ${localTime(sweep.startedAt)} was interrupted when Reader Desk ended: ${left}`;
    case 'token refused':
      return `The sweep of ${localTime(sweep.startedAt)} needs a new token: ${left}`;
    case 'held':
      return `The sweep of ${localTime(sweep.startedAt)} is held: ${left}`;
    default:
      return null;
  }
}

/** `about 2 h 5 min`, `about 3 min`, `about 20 s`. */
export function phraseDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `about ${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `about ${formatCount(hours)} h` : `about ${formatCount(hours)} h ${minutes % 60} min`;
}
