import { parseCsv } from '../csv/parse-csv.ts';
import { fail, ok, type Result } from '../result.ts';
import type { DecodedText } from './decode-text.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import type { ImportRefusal } from './import-refusal.ts';
import type { ImportSheet } from './import-sheet.ts';
import { type Delimiter, delimiters, type ReadNote } from './import-table.ts';
import { beyondTextLimits } from './text-limits.ts';
import { unguardLine } from './unguard-line.ts';

/** The cells of a delimited text, with the delimiter as it was chosen and as it would be by itself. */
export interface ReadText {
  readonly sheet: ImportSheet;
  readonly delimiter: Delimiter;
  readonly detected: Delimiter;
}

/** Reads a delimited text; `wanted` null takes the delimiter of a `sep=` line, or the likeliest. */
export function readText(
  { text, hasMark }: Pick<DecodedText, 'text' | 'hasMark'>,
  wanted: Delimiter | null,
): Result<ReadText, ImportRefusal> {
  const notes: ReadNote[] = hasMark ? [{ code: 'byte order mark' }] : [];
  const separator = sepLine.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  if (separator) notes.push({ code: 'sep line' });
  const detected = delimiters.find((delimiter) => delimiter === separator?.[1]) ?? detectDelimiter(body);
  const delimiter = wanted ?? detected;
  const beyond = beyondTextLimits(body, delimiter);
  if (beyond) return fail(beyond);
  const parsed = parseCsv(body, delimiter, separator ? 2 : 1);
  // Nothing is imported of a file that may have swallowed half its rows into one cell.
  if (parsed.flaw) return fail(parsed.flaw);
  // Not our exports alone put an apostrophe before what a spreadsheet could take for a formula.
  const lines = parsed.lines.map(unguardLine);
  return ok({ sheet: { lines, names: null, isText: true, notes }, delimiter, detected });
}

/** Excel's own: it names the delimiter and is no data. */
const sepLine = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;
