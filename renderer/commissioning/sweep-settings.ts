import type { EventType } from '../../core/events/test-event.ts';
import { type SweepChoices, sweepLimits } from '../../core/sweep/sweep.ts';
import { formatCount } from '../../core/text/amounts.ts';

/** How a sweep's events are sent, as the form has it. */
export interface SweepSettings {
  readonly eventType: EventType;
  readonly labels: readonly string[];
  /** `1` to `8`. */
  readonly concurrency: string;
  /** As typed; '' for no limit. */
  readonly perMinute: string;
}

/** Why the limit cannot be used, or null. */
export function limitError({ perMinute }: Pick<SweepSettings, 'perMinute'>): string | null {
  const { min, max } = sweepLimits.perMinute;
  const limit = limitOf(perMinute);
  if (limit === null || (Number.isInteger(limit) && limit >= min && limit <= max)) return null;
  return `Type a whole number from ${formatCount(min)} to ${formatCount(max)}, or nothing.`;
}

/** What main is asked to start. The limit must be without error. */
export function sweepChoices(readerIds: readonly string[], settings: SweepSettings): SweepChoices {
  return {
    readerIds,
    eventType: settings.eventType,
    labels: settings.labels,
    concurrency: Number(settings.concurrency),
    perMinute: limitOf(settings.perMinute),
  };
}

const limitOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));
