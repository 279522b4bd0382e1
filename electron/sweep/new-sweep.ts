import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppError } from '../../core/app-error.ts';
import { type Draft, draftReaders } from '../../core/draft/draft.ts';
import { eventIssues } from '../../core/events/event-issues.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Sweep, SweepChoices } from '../../core/sweep/sweep.ts';
import { sweepEvent } from '../../core/sweep/sweep-event.ts';
import { eventLabel } from '../../core/sweep/sweep-labels.ts';
import * as refusal from './sweep-refusals.ts';

/** A sweep as a person chose it, of readers as the draft has them. Refused where not all of its events could be sent. */
export async function newSweep(
  draft: Draft,
  { readerIds, eventType, labels, concurrency, perMinute }: SweepChoices,
  startedAt: Date,
  random: () => number,
): Promise<Result<Sweep, AppError>> {
  const readers = chosenReaders(draft, readerIds);
  if (!readers.ok) return readers;
  await nextTurn();
  const sweep: Sweep = {
    id: newSweepId(startedAt.getTime(), random),
    startedAt: startedAt.toISOString(),
    readers: readers.value,
    eventType,
    labels,
    concurrency,
    perMinute,
  };
  const wrong = await refuseEvents(sweep);
  return wrong ? fail(wrong) : ok(sweep);
}

/** The chosen readers as the draft has them, each once. */
function chosenReaders(draft: Draft, readerIds: readonly string[]): Result<Sweep['readers'], AppError> {
  const names = new Map(draftReaders(draft).map(({ id, name }) => [id, name]));
  const ids = [...new Set(readerIds)];
  const missing = ids.filter((id) => !names.has(id));
  if (missing.length > 0) return fail(refusal.notInList(missing.length, missing[0] ?? ''));
  return ok(ids.map((id) => ({ id, name: names.get(id) ?? '' })));
}

const checkedAtOnce = 2_000;

/** Why not all of a sweep's events can be sent, or null. Thousands are looked at in slices. */
async function refuseEvents(sweep: Sweep): Promise<AppError | null> {
  const event = sweepEvent(sweep, '', eventLabel(sweep.id, 1), sweep.startedAt);
  // The labels are the same on all of them, but for that of each event.
  let labels = event.labels;
  for (const [index, { id }] of sweep.readers.entries()) {
    const issues = eventIssues({ ...event, labels, readerId: id });
    if (issues.length > 0) return refusal.cannotBeSent(id, issues);
    labels = [];
    if (index % checkedAtOnce === 0) await nextTurn();
  }
  return null;
}

/** Sorts by time; its chance part keeps two computers apart that start a sweep in the same millisecond. */
function newSweepId(startedMs: number, random: () => number): string {
  const tail = Array.from({ length: 4 }, () => Math.floor(random() * 36).toString(36)).join('');
  return `${startedMs.toString(36)}-${tail}`;
}
