import { z } from 'zod';
import { readerLimits } from '../readers/reader.ts';
import type { Camera, View } from './camera.ts';
import { type PlanAction, type PlanEdit, type PlanStep, stepActions } from './plan-action.ts';
import type { PlanFile } from './plan-file.ts';

// What crosses a border, IPC or the disk, is parsed by these.

const text = z.string().max(readerLimits.characters);
const manyOf = <T extends z.ZodType>(item: T) => z.array(item).max(1_000_000);

const camera: z.ZodType<Camera> = z.object({ id: text, name: text, site: text });
const plannedReader = z.object({ id: text, name: text });
const view: z.ZodType<View> = z.object({ cameraId: text, reader: plannedReader });

export const planActionSchema: z.ZodType<PlanAction> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add cameras'), cameras: manyOf(camera).min(1) }),
  z.object({ kind: z.literal('change cameras'), cameras: manyOf(camera).min(1) }),
  z.object({ kind: z.literal('delete cameras'), cameraIds: manyOf(text).min(1) }),
  z.object({ kind: z.literal('assign'), views: manyOf(view).min(1) }),
  z.object({ kind: z.literal('unassign'), views: manyOf(view).min(1) }),
  z.object({ kind: z.literal('same reader'), from: text, to: plannedReader }),
  z.object({
    kind: z.literal('import cameras'),
    added: manyOf(camera),
    changed: manyOf(camera),
    removed: manyOf(text),
  }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('redo') }),
]);

const edit: z.ZodType<PlanEdit> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('camera'), before: camera.nullable(), after: camera.nullable() }),
  z.object({ kind: z.literal('view'), cameraId: z.string(), readerId: z.string(), inView: z.boolean() }),
  z.object({
    kind: z.literal('name'),
    readerId: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
]);

const step: z.ZodType<PlanStep> = z.object({
  action: z.enum(stepActions),
  edits: z.array(edit),
});

export const planFileSchema: z.ZodType<PlanFile> = z.object({
  version: z.literal(1),
  seq: z.int().nonnegative(),
  cameras: z.array(camera),
  views: z.array(z.tuple([z.string(), z.array(z.string())])),
  names: z.array(z.tuple([z.string(), z.string()])),
  undo: z.array(step),
  redo: z.array(step),
});
