import { type CsvFlaw, parseCsv } from '../csv/parse-csv.ts';
import { findColumnStarts, parseFixedWidth } from '../csv/parse-fixed-width.ts';
import { fail, ok, type Result } from '../result.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import type { ImportRefusal } from './import-refusal.ts';
import type { ImportSheet } from './import-sheet.ts';
import { type Delimiter, fixedWidth, type QuoteStyle, type ReadNote } from './import-table.ts';
import { beyondTextLimits } from './text-limits.ts';
import { unguardLine } from './unguard-line.ts';

/** How the cells of a text are told apart. Fixed columns have no quotes. */
export interface CellSyntax {
  readonly delimiter: Delimiter;
  readonly quotes: QuoteStyle | null;
}

/** The cells of a text, with the syntax as it was chosen and as it would be by itself. */
export interface ReadText {
  readonly sheet: ImportSheet;
  readonly readAs: CellSyntax;
  readonly detected: CellSyntax;
}

interface Wanted {
  readonly delimiter: Delimiter | null;
  readonly quotes: QuoteStyle | null;
}

/** Reads a text into cells; null in `wanted` takes the delimiter of a `sep=` line, or what is likeliest. */
export function readText(
  { text: source, hasMark }: { readonly text: string; readonly hasMark: boolean },
  wanted: Wanted,
): Result<ReadText, ImportRefusal> {
  const notes: ReadNote[] = hasMark ? [{ code: 'byte order mark' }] : [];
  const text = withoutPadding(source);
  if (text.length < source.length) notes.push({ code: 'padding removed' });
  const separator = sepLine.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  if (separator) notes.push({ code: 'sep line' });
  const detectedDelimiter = separator?.[1] ?? detectDelimiter(body, wanted.quotes ?? 'doubled');
  const delimiter = wanted.delimiter ?? detectedDelimiter;
  if (delimiter === fixedWidth) {
    const lines = parseFixedWidth(body, findColumnStarts(body) ?? [0]);
    return ok({
      sheet: { lines, names: null, isText: true, notes },
      readAs: { delimiter, quotes: null },
      detected: { delimiter: detectedDelimiter, quotes: null },
    });
  }
  const beyond = beyondTextLimits(body, delimiter);
  if (beyond) return fail(beyond);
  const firstLine = separator ? 2 : 1;
  const doubled = parseCsv(body, delimiter, { firstLine });
  const detectedQuotes = doubled.flaw ? quotesBeside(doubled.flaw, body, delimiter) : 'doubled';
  const quotes = wanted.quotes ?? detectedQuotes;
  const parsed = quotes === 'doubled' ? doubled : parseCsv(body, delimiter, { quotes, firstLine });
  // Nothing is imported of a file that may have swallowed half its rows into one cell.
  if (parsed.flaw) return fail({ ...parsed.flaw, offers: offersFor(body, quotes) });
  if (doubled.flaw && wanted.quotes === null) notes.push({ code: 'other quotes', quotes, line: doubled.flaw.line });
  // Not our exports alone put an apostrophe before what a spreadsheet could take for a formula.
  const lines = parsed.lines.map(unguardLine);
  return ok({
    sheet: { lines, names: null, isText: true, notes },
    readAs: { delimiter, quotes },
    detected: { delimiter: detectedDelimiter, quotes: detectedQuotes },
  });
}

/** Excel's own: it names the delimiter and is no data. */
const sepLine = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

const endOfFile = '\u001a';

/** Without NUL characters, which fill up cells of a fixed length, and the Ctrl-Z that ends a file of DOS. */
function withoutPadding(text: string): string {
  const withoutNul = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const last = withoutNul.trimEnd();
  return last.endsWith(endOfFile) ? last.slice(0, -endOfFile.length) : withoutNul;
}

/**
 * How quotation marks are meant that do not pair up when doubled ones are read as one: with backslashes, where they pair
 * up then; as part of the text, where text follows a closing one and no cell is in quotes as a whole.
 */
function quotesBeside({ code }: CsvFlaw, body: string, delimiter: string): QuoteStyle {
  if (body.includes('\\"') && !parseCsv(body, delimiter, { quotes: 'backslash' }).flaw) return 'backslash';
  if (code === 'unclosed quote') return 'doubled';
  const cells = parseCsv(body, delimiter, { quotes: 'none' }).lines.flatMap((line) => line.cells);
  const isQuoted = cells.some((cell) => /^".*"$/.test(cell.trim()));
  const pairsUp = cells.every((cell) => !cell.startsWith('"') || cell.split('"').length % 2 === 1);
  return isQuoted || !pairsUp ? 'doubled' : 'none';
}

/** Other ways to read quotation marks that do not pair up. */
function offersFor(body: string, tried: QuoteStyle): readonly QuoteStyle[] {
  const offers: readonly QuoteStyle[] = body.includes('\\"') ? ['backslash', 'none'] : ['none'];
  return offers.filter((style) => style !== tried);
}
