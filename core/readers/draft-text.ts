import type { Draft } from './draft.ts';
import { type DraftFile, fromDraftFile, toDraftFile } from './draft-file.ts';
import type { Reader } from './reader.ts';

/**
 * A draft on its way to the window, as one string: it crosses Electron's bridge at once, where the objects of 100,000
 * readers are copied one by one, and twice.
 */
export type DraftText = string;

/** What the string is the JSON of: a `DraftFile` whose plain readers stand in one text, which is half as long. */
interface PackedDraft extends Omit<DraftFile, 'base'> {
  /** Id and name of every row in turn, each with the separator behind it. */
  readonly base: string;
  /** The rows that text cannot hold, which are empty in it: none, other fields, or the separator in a name. */
  readonly odd: readonly (readonly [row: number, reader: Reader | null])[];
}

/** A control character that JSON writes as it is, and that no push takes in an id or a name. */
const separator = '\u007f';

export function draftText(draft: Draft): DraftText {
  const { base, ...rest } = toDraftFile(draft);
  const odd: [number, Reader | null][] = [];
  let text = '';
  for (const [row, reader] of base.entries()) {
    if (reader && isPlain(reader)) text += reader.id + separator + reader.name + separator;
    else {
      odd.push([row, reader]);
      text += separator + separator;
    }
  }
  return JSON.stringify({ ...rest, base: text, odd } satisfies PackedDraft);
}

/** The draft of a text that `draftText` made; main's word is taken for it, as for all it answers. */
export function readDraftText(text: DraftText): Draft {
  const packed: PackedDraft = JSON.parse(text);
  const { odd, ...rest } = packed;
  const texts = packed.base.split(separator);
  const base: (Reader | null)[] = [];
  for (let at = 0; at + 1 < texts.length; at += 2) base.push({ id: texts[at] ?? '', name: texts[at + 1] ?? '' });
  for (const [row, reader] of odd) base[row] = reader;
  return fromDraftFile({ ...rest, base });
}

function isPlain({ id, name, extra }: Reader): boolean {
  return extra === undefined && !id.includes(separator) && !name.includes(separator);
}
