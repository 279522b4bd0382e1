import { z } from 'zod';
import type { Reader } from '../readers/reader.ts';
import { isReader, readerSchema } from '../readers/reader-schema.ts';
import { type DraftAction, type Step, setListReasons } from './draft-action.ts';
import type { DraftFile } from './draft-file.ts';

// What crosses a border, IPC or the disk, is parsed by these.

const rowNumber = z.int().nonnegative();

const newName = z.object({ row: rowNumber, name: z.string() });

export const draftActionSchema: z.ZodType<DraftAction> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), readers: z.array(readerSchema).min(1) }),
  z.object({ kind: z.literal('rename'), names: z.array(newName).min(1) }),
  z.object({ kind: z.literal('set id'), row: rowNumber, id: z.string() }),
  z.object({ kind: z.literal('delete'), rows: z.array(rowNumber).min(1) }),
  z.object({ kind: z.literal('revert'), rows: z.array(rowNumber).min(1) }),
  z.object({ kind: z.literal('set list'), readers: z.array(readerSchema), reason: z.enum(setListReasons) }),
  z.object({
    kind: z.enum(['import', 'paste']),
    names: z.array(newName),
    readers: z.array(readerSchema),
    removed: z.array(rowNumber),
  }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('redo') }),
]);

const side = z.custom<Reader | null>((value) => value === null || isReader(value));

const stepSchema: z.ZodType<Step> = z.object({
  action: z.enum(['add', 'rename', 'set id', 'delete', 'revert', 'set list', 'import', 'paste', 'merge']),
  edits: z.array(z.object({ row: rowNumber, before: side, after: side })),
});

export const draftFileSchema: z.ZodType<DraftFile> = z.object({
  version: z.literal(1),
  seq: z.int().nonnegative(),
  baseReadAt: z.string().nullable(),
  longestSeen: z.int().nonnegative().exactOptional(),
  base: z.array(side),
  mine: z.array(z.tuple([rowNumber, side])),
  undo: z.array(stepSchema),
  redo: z.array(stepSchema),
});
