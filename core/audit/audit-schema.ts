import { z } from 'zod';
import { eventTypes } from '../events/test-event.ts';
import { snapshotReasons } from '../history/snapshot.ts';
import { importModes } from '../import/import-comparison.ts';
import { importTargets } from '../import/import-table.ts';
import { type Act, connectionFields, exportedFormats, exportedLists, pushEnds, sweepEnds } from './act.ts';
import type { AuditEntry } from './audit-entry.ts';

// What is read from the disk is parsed by these.

const count = z.int().nonnegative();
const counts = z.object({ added: count, renamed: count, changed: count, removed: count, unchanged: count });

const act: z.ZodType<Act> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['connection added', 'connection deleted']) }),
  z.object({ kind: z.literal('connection changed'), fields: z.array(z.enum(connectionFields)) }),
  z.object({ kind: z.enum(['token set', 'token replaced', 'token forgotten']) }),
  z.object({ kind: z.literal('signed in'), server: z.string(), scope: z.string() }),
  z.object({ kind: z.literal('list adopted'), readers: count, differences: count }),
  z.object({ kind: z.literal('list merged'), keptMine: count, keptTheirs: count }),
  z.object({ kind: z.literal('snapshot taken'), reason: z.enum(snapshotReasons), readers: count }),
  z.object({ kind: z.literal('snapshots removed'), count }),
  z.object({ kind: z.literal('draft restored'), snapshotReadAt: z.string().nullable(), counts }),
  z.object({ kind: z.literal('push'), outcome: z.enum(pushEnds), counts, message: z.string() }),
  z.object({
    kind: z.literal('test event'),
    outcome: z.enum(['accepted', 'refused', 'unknown']),
    status: z.int().nullable(),
    readerId: z.string(),
    eventType: z.enum(eventTypes).nullable(),
  }),
  z.object({
    kind: z.literal('import'),
    target: z.enum(importTargets),
    fileName: z.string(),
    mode: z.enum(importModes),
    added: count,
    renamed: count,
    removed: count,
    leftOut: count,
  }),
  z.object({ kind: z.literal('sweep started'), pending: count, eventType: z.enum(eventTypes) }),
  z.object({
    kind: z.literal('sweep ended'),
    outcome: z.enum(sweepEnds),
    counts: z.object({ pending: count, sending: count, accepted: count, refused: count, unknown: count }),
    message: z.string(),
  }),
  z.object({ kind: z.literal('worksheet finished'), cameras: count }),
  z.object({ kind: z.literal('export'), list: z.enum(exportedLists), format: z.enum(exportedFormats), rows: count }),
]);

export const auditEntrySchema: z.ZodType<AuditEntry> = z.object({
  at: z.iso.datetime(),
  user: z.string(),
  app: z.string(),
  connection: z.object({ id: z.string(), name: z.string() }).nullable(),
  account: z.string().nullable(),
  act,
});
