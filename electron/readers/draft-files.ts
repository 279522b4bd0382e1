import { join } from 'node:path';
import { z } from 'zod';
import type { Draft } from '../../core/readers/draft.ts';
import type { DraftAction } from '../../core/readers/draft-action.ts';
import { type DraftFile, fromDraftFile, toDraftFile } from '../../core/readers/draft-file.ts';
import { draftActionSchema, draftFileSchema } from '../../core/readers/draft-schema.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { checkedLine, readCheckedLines } from '../store/checked-lines.ts';

// A draft on disk is a checkpoint, the whole draft at some generation, and the journals of that generation and later ones.
// (A snapshot, in this product, is a saved list of Camio's.) A journal says at which `seq` it begins, which chains it to
// what came before. Every file begins with its version.

const version = 1;

export const checkpointPath = (folder: string) => join(folder, 'draft.jsonl');

export const journalPath = (folder: string, generation: number) => join(folder, `journal-${generation}.jsonl`);

/** The generation of a journal's file name, or null for any other file. */
export function journalGeneration(fileName: string): number | null {
  const digits = /^journal-(\d{1,15})\.jsonl$/.exec(fileName)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** How many readers or steps stand in one line of a checkpoint: small enough not to hold up anything else. */
const itemsPerLine = 2_000;

const parts = ['base', 'mine', 'undo', 'redo'] as const;

const checkpointHeader = z.object({
  kind: z.literal('draft'),
  version: z.int(),
  generation: z.int().nonnegative(),
  seq: z.int().nonnegative(),
  baseReadAt: z.string().nullable(),
});
const checkpointPart = z.object({ part: z.enum(parts), items: z.array(z.unknown()) });
const checkpointEnd = z.object({ part: z.literal('end') });

/** The lines of a checkpoint file, made one by one, so that the caller can let others in between. */
export function* checkpointLines(draft: Draft, generation: number): Generator<string> {
  const { seq, baseReadAt, ...lists } = toDraftFile(draft);
  yield checkedLine({ kind: 'draft', version, generation, seq, baseReadAt });
  for (const part of parts) {
    const all: readonly unknown[] = lists[part];
    for (let start = 0; start < all.length; start += itemsPerLine) {
      yield checkedLine({ part, items: all.slice(start, start + itemsPerLine) });
    }
  }
  yield checkedLine({ part: 'end' });
}

/** Why a file cannot be used. `newer`: it was written by a later version of the app. */
export type FileRefusal = 'damaged' | 'newer';

export function parseCheckpoint(
  bytes: Buffer,
): Result<{ readonly draft: Draft; readonly generation: number }, FileRefusal> {
  const { values, end } = readCheckedLines(bytes);
  const header = checkpointHeader.safeParse(values[0]);
  if (header.success && header.data.version > version) return fail('newer');
  if (end !== 'whole' || !header.success || !checkpointEnd.safeParse(values.at(-1)).success) return fail('damaged');
  const lists: Record<(typeof parts)[number], unknown[]> = { base: [], mine: [], undo: [], redo: [] };
  for (const value of values.slice(1, -1)) {
    const line = checkpointPart.safeParse(value);
    if (!line.success) return fail('damaged');
    for (const item of line.data.items) lists[line.data.part].push(item);
  }
  const { seq, baseReadAt, generation } = header.data;
  const file = migrateDraft(header.data.version, { seq, baseReadAt, ...lists });
  return file ? ok({ draft: fromDraftFile(file), generation }) : fail('damaged');
}

/** A draft as any version up to this one wrote it; null where it is not one. */
function migrateDraft(from: number, data: object): DraftFile | null {
  // Version 1 is the first; a later one turns the data of each earlier one into its own here.
  const parsed = draftFileSchema.safeParse({ version: from, ...data });
  return parsed.success ? parsed.data : null;
}

const journalHeader = z.object({ kind: z.literal('draft journal'), version: z.int(), seq: z.int().nonnegative() });
const journalEntry = z.object({ seq: z.int().nonnegative(), action: draftActionSchema });

/** A journal's first line. `seq` is the draft's when the journal began. */
export function journalHeaderLine(seq: number): string {
  return checkedLine({ kind: 'draft journal', version, seq });
}

/** One action in a journal; `seq` is the draft's before it. */
export function journalLine(seq: number, action: DraftAction): string {
  return checkedLine({ seq, action });
}

/** A journal's actions up to the first line that is not whole. */
export interface ReadJournal {
  /** The draft's `seq` at its beginning; null where not even the first line is whole. */
  readonly seq: number | null;
  readonly entries: readonly { readonly seq: number; readonly action: DraftAction; readonly endBytes: number }[];
  /** Where the usable part ends. */
  readonly endBytes: number;
  readonly end: 'whole' | 'torn' | 'damaged' | 'newer';
}

export function parseJournal(bytes: Buffer): ReadJournal {
  const { values, ends, end } = readCheckedLines(bytes);
  const [first, ...rest] = values;
  const nothing = { seq: null, entries: [], endBytes: 0 };
  if (first === undefined) return { ...nothing, end };
  const header = journalHeader.safeParse(first);
  if (!header.success) return { ...nothing, end: 'damaged' };
  const { seq } = header.data;
  if (header.data.version > version) return { ...nothing, seq, end: 'newer' };
  const entries: ReadJournal['entries'][number][] = [];
  let endBytes = ends[0] ?? 0;
  for (const [index, value] of rest.entries()) {
    const entry = journalEntry.safeParse(value);
    if (!entry.success) return { seq, entries, endBytes, end: 'damaged' };
    endBytes = ends[index + 1] ?? endBytes;
    entries.push({ ...entry.data, endBytes });
  }
  return { seq, entries, endBytes, end };
}
