import { z } from 'zod';
import { type AppError, appErrorCodes } from '../app-error.ts';
import { eventTypes } from '../events/test-event.ts';
import { type Sweep, sweepLimits } from './sweep.ts';
import type { SweepHeader, SweepLine } from './sweep-line.ts';

// What is read from the disk is parsed by these.

export const sweepIdPattern = /^[a-z0-9-]{1,64}$/;

const readerIds = z.array(z.string());

const error: z.ZodType<AppError> = z.object({
  code: z.enum(appErrorCodes),
  message: z.string(),
  next: z.string(),
  detail: z.string().exactOptional(),
});

const sweep: z.ZodType<Sweep> = z.object({
  id: z.string().regex(sweepIdPattern),
  startedAt: z.iso.datetime(),
  readers: z.array(z.object({ id: z.string(), name: z.string() })),
  eventType: z.enum(eventTypes),
  labels: z.array(z.string()),
  concurrency: z.int().min(sweepLimits.concurrency.min).max(sweepLimits.concurrency.max),
  perMinute: z.int().positive().nullable(),
});

export const sweepHeaderSchema: z.ZodType<SweepHeader> = z.object({
  kind: z.literal('sweep'),
  version: z.literal(1),
  sweep,
});

export const sweepLineSchema: z.ZodType<SweepLine> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sending'), readerId: z.string(), label: z.string(), at: z.string() }),
  z.object({ kind: z.literal('withdrawn'), readerId: z.string() }),
  z.object({
    kind: z.literal('outcome'),
    readerId: z.string(),
    outcome: z.enum(['pending', 'accepted', 'refused', 'unknown']),
    status: z.int().nullable(),
    latencyMs: z.number().nullable(),
    message: z.string(),
  }),
  z.object({ kind: z.literal('again'), readerIds }),
  z.object({
    kind: z.literal('state'),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['running', 'paused', 'stopped', 'finished']) }),
      z.object({ kind: z.enum(['token refused', 'held']), error }),
    ]),
  }),
  z.object({
    kind: z.literal('sign off'),
    readerIds,
    signOff: z.object({ seen: z.boolean(), note: z.string(), at: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('lost'), labels: z.int().nonnegative() }),
]);
