import { z } from 'zod';
import { actKinds } from '../audit/act.ts';
import type { ActivityFilter } from '../audit/activity-filter.ts';
import type { AuditLine } from '../audit/audit-entry.ts';
import type { Verification } from '../audit/verify.ts';
import { answers, type Checked, connectionId, nothing, typed } from './call.ts';

const activityFilter: Checked<ActivityFilter> = z.object({
  kind: z.enum(actKinds).nullable(),
  connectionId: connectionId.nullable(),
  text: typed,
});

/** The activity log's newest lines, newest first; `total` counts them all. */
export interface Activity {
  readonly total: number;
  readonly lines: readonly AuditLine[];
}

export type ActivityExportOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly lines: number; readonly bytes: number }
  | { readonly kind: 'cancelled' };

export const activityCalls = {
  /** What was done with this app on any connection, deleted ones included. */
  list: answers<Activity>()(nothing),
  verify: answers<Verification>()(nothing),
  /** Asks where to, and writes the lines that the filter lets through, oldest first. */
  export: answers<ActivityExportOutcome>()(z.object({ filter: activityFilter, format: z.enum(['csv', 'json']) })),
};
