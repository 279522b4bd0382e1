import { z } from 'zod';
import { type Reader, readerLimits } from '../readers/reader.ts';
import { isReader, readerSchema } from '../readers/reader-schema.ts';
import { type DraftAction, type Step, setListReasons } from './draft-action.ts';
import type { DraftFile } from './draft-file.ts';

// What crosses a border, IPC or the disk, is parsed by these.

const rowNumber = z.int().nonnegative();

const readerText = z.string().max(readerLimits.characters);
const newName = z.object({ row: rowNumber, name: readerText });
const manyOf = <T extends z.ZodType>(item: T) => z.array(item).max(readerLimits.count);

export const draftActionSchema: z.ZodType<DraftAction> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), readers: manyOf(readerSchema).min(1) }),
  z.object({ kind: z.literal('rename'), names: manyOf(newName).min(1) }),
  z.object({ kind: z.literal('set id'), row: rowNumber, id: readerText }),
  z.object({ kind: z.literal('delete'), rows: manyOf(rowNumber).min(1) }),
  z.object({ kind: z.literal('revert'), rows: manyOf(rowNumber).min(1) }),
  z.object({ kind: z.literal('set list'), readers: manyOf(readerSchema), reason: z.enum(setListReasons) }),
  z.object({
    kind: z.enum(['import', 'paste']),
    names: manyOf(newName),
    readers: manyOf(readerSchema),
    removed: manyOf(rowNumber),
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
