import { z } from 'zod';
import { eventTypes } from '../events/test-event.ts';
import { type SweepChoices, type SweepResult, type SweepSummary, sweepLimits } from '../sweep/sweep.ts';
import { answers, type Checked, connectionId, labels, manyOf, readerText, within } from './call.ts';

export const sweepId = z.string().regex(/^[a-z0-9-]{1,64}$/);

const sweepChoices: Checked<SweepChoices> = z.object({
  readerIds: manyOf(readerText).min(1),
  eventType: z.enum(eventTypes),
  labels,
  concurrency: within(sweepLimits.concurrency),
  perMinute: within(sweepLimits.perMinute).nullable(),
});

export const sweepCalls = {
  /** Newest first. One that an earlier session left unfinished is `interrupted`. */
  list: answers<readonly SweepSummary[]>()(z.object({ connectionId })),
  results: answers<readonly SweepResult[]>()(z.object({ connectionId, sweepId })),
  /**
   * Starts sending real events. One sweep at a time per connection. `shown`: what the person agreed to; any other sweep is
   * refused.
   */
  start: answers<SweepSummary>()(
    z.object({
      connectionId,
      choices: sweepChoices,
      shown: z.object({ events: z.int().positive(), eventType: z.enum(eventTypes) }),
    }),
  ),
  pause: answers<void>()(z.object({ connectionId, sweepId })),
  /** Sends what is pending. */
  resume: answers<void>()(z.object({ connectionId, sweepId })),
  /** Ends it for good; what is pending is never sent. */
  stop: answers<void>()(z.object({ connectionId, sweepId })),
  /** Sends once more to these readers, refused or unknown: the person decided so, knowing it may arrive twice. */
  sendAgain: answers<void>()(z.object({ connectionId, sweepId, readerIds: manyOf(readerText).min(1) })),
};
