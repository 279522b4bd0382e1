import { z } from 'zod';
import type { Camera, View } from './camera.ts';
import { type PlanAction, type PlanEdit, type PlanStep, stepActions } from './plan-action.ts';
import type { PlanFile } from './plan-file.ts';

// What crosses a border, IPC or the disk, is parsed by these.

const camera: z.ZodType<Camera> = z.object({ id: z.string(), name: z.string(), site: z.string() });
const plannedReader = z.object({ id: z.string(), name: z.string() });
const view: z.ZodType<View> = z.object({ cameraId: z.string(), reader: plannedReader });

export const planActionSchema: z.ZodType<PlanAction> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add cameras'), cameras: z.array(camera).min(1) }),
  z.object({ kind: z.literal('change cameras'), cameras: z.array(camera).min(1) }),
  z.object({ kind: z.literal('delete cameras'), cameraIds: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('assign'), views: z.array(view).min(1) }),
  z.object({ kind: z.literal('unassign'), views: z.array(view).min(1) }),
  z.object({ kind: z.literal('same reader'), from: z.string(), to: plannedReader }),
  z.object({
    kind: z.literal('import cameras'),
    added: z.array(camera),
    changed: z.array(camera),
    removed: z.array(z.string()),
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
