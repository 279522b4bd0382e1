import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';
import { checkedBatch, checkedLine, readCheckedLines } from '../checked-lines.ts';
import { partedBytes, readHead, readLists } from '../parted-file.ts';
import type { CheckpointFormat, JournalledFormat, Numbered } from './journalled-format.ts';

// A value on disk is a checkpoint, the whole value at some generation, and the journals of that generation and later ones.
// (A snapshot, in this product, is a saved list of Camio's.) A journal says at which `seq` it begins, which chains it to
// what came before. Every file begins with its version.

type Format = Pick<CheckpointFormat<never>, 'name' | 'version'>;

export const checkpointPath = (folder: string, { name }: Pick<Format, 'name'>) => join(folder, `${name}.jsonl`);

export const journalPath = (folder: string, generation: number) => join(folder, `journal-${generation}.jsonl`);

/** The generation of a journal's file name, or null for any other file. */
export function journalGeneration(fileName: string): number | null {
  const digits = /^journal-(\d{1,15})\.jsonl$/.exec(fileName)?.[1];
  return digits === undefined ? null : Number(digits);
}

const checkpointHeader = z.looseObject({
  kind: z.string(),
  version: z.int(),
  generation: z.int().nonnegative(),
});

/** The bytes of a checkpoint file, put together while other work goes on. */
export function checkpointBytes<State>(
  { name, version, parts, encode }: CheckpointFormat<State>,
  state: State,
  generation: number,
): Promise<Buffer> {
  const { head, lists } = encode(state);
  return partedBytes(
    { kind: name, version, generation, ...head },
    new Map(parts.map((part) => [part, lists[part] ?? []])),
  );
}

/** Why a file cannot be used. `newer`: it was written by a later version of the app. */
export type FileRefusal = 'damaged' | 'newer';

export function parseCheckpoint<State>(
  format: CheckpointFormat<State>,
  bytes: Buffer,
): Result<{ readonly state: State; readonly generation: number }, FileRefusal> {
  const header = checkpointHeader.safeParse(readHead(bytes));
  if (!header.success || header.data.kind !== format.name) return fail('damaged');
  const { version, generation } = header.data;
  if (version > format.version) return fail('newer');
  const lists = readLists(bytes, format.parts);
  if (!lists.ok) return lists;
  const state = format.decode(version, { ...header.data, ...lists.value });
  return state ? ok({ state, generation }) : fail('damaged');
}

const journalHeader = z.object({ kind: z.string(), version: z.int(), seq: z.int().nonnegative() });

const journalKind = ({ name }: Pick<Format, 'name'>) => `${name} journal`;

/** A journal's first line. `seq` is the value's when the journal began. */
export function journalHeaderLine(format: Format, seq: number): string {
  return checkedLine({ kind: journalKind(format), version: format.version, seq });
}

/** Actions that are appended to a journal in one write; `seq` is the value's before each. */
export function journalLines<Action>(
  actions: readonly { readonly seq: number; readonly action: Action }[],
  { follows }: { readonly follows: boolean },
): string {
  return checkedBatch(actions, { follows });
}

/** A journal's actions up to the first line that is not whole. */
export interface ReadJournal<Action> {
  /** The value's `seq` at its beginning; null where not even the first line is whole. */
  readonly seq: number | null;
  readonly entries: readonly { readonly seq: number; readonly action: Action; readonly endBytes: number }[];
  /** Where the usable part ends. */
  readonly endBytes: number;
  readonly end: 'whole' | 'torn' | 'damaged' | 'newer';
}

export function parseJournal<Action>(
  format: Format & Pick<JournalledFormat<Numbered, Action>, 'actionSchema'>,
  bytes: Buffer,
): ReadJournal<Action> {
  const { values, ends, end } = readCheckedLines(bytes);
  const [first, ...rest] = values;
  const nothing = { seq: null, entries: [], endBytes: 0 };
  if (first === undefined) return { ...nothing, end };
  const header = journalHeader.safeParse(first);
  if (!header.success || header.data.kind !== journalKind(format)) return { ...nothing, end: 'damaged' };
  const { seq } = header.data;
  if (header.data.version > format.version) return { ...nothing, seq, end: 'newer' };
  const journalEntry = z.object({ seq: z.int().nonnegative(), action: format.actionSchema });
  const entries: ReadJournal<Action>['entries'][number][] = [];
  let endBytes = ends[0] ?? 0;
  for (const [index, value] of rest.entries()) {
    const entry = journalEntry.safeParse(value);
    if (!entry.success) return { seq, entries, endBytes, end: 'damaged' };
    endBytes = ends[index + 1] ?? endBytes;
    entries.push({ ...entry.data, endBytes });
  }
  return { seq, entries, endBytes, end };
}
