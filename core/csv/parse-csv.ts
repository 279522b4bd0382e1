import Papa from 'papaparse';
import { withKnownLineEnds } from './line-ends.ts';

/** A line of cells. `line` is the line of the text it starts on: a cell with line breaks makes it longer than one. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Quotes that do not pair up, and the line they open on. What follows could be anything. */
export interface CsvFlaw {
  readonly code: 'unclosed quote' | 'text after quote';
  readonly line: number;
}

/** The lines of a text up to its first flaw; with none, all of them. */
export interface ParsedCsv {
  readonly lines: readonly CsvLine[];
  readonly flaw: CsvFlaw | null;
}

/** How quotation marks are read, and the number of the text's first line. */
interface CsvOptions {
  readonly quotes?: 'doubled' | 'backslash' | 'none';
  readonly firstLine?: number;
}

/** Cells of a delimited text, blank lines included. Its line ends may be of any kind. */
export function parseCsv(source: string, delimiter: string, options: CsvOptions = {}): ParsedCsv {
  const { quotes = 'doubled', firstLine = 1 } = options;
  const hasQuotes = quotes !== 'none' && source.includes('"');
  const text = withKnownLineEnds(source, hasQuotes);
  const { newline, isMixed } = lineEndsOf(text, hasQuotes);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter,
    newline,
    ...(quotes === 'backslash' ? { escapeChar: '\\' } : {}),
    // Quotation marks are characters like any other then.
    ...(quotes === 'none' ? { fastMode: true } : {}),
  });
  const error = errors.find(({ type }) => type === 'Quotes');
  const hasLongLines = hasQuotes;
  const lines: CsvLine[] = [];
  let line = firstLine;
  for (const cells of error ? data.slice(0, error.row) : data) {
    if (isMixed) dropCarriageReturn(cells);
    lines.push({ line, cells });
    line += 1;
    if (hasLongLines) for (const cell of cells) line += countLineBreaks(cell);
  }
  if (error) {
    const code = error.code === 'MissingQuotes' ? 'unclosed quote' : 'text after quote';
    return { lines, flaw: { code, line: firstLine + countLineBreaks(text.slice(0, error.index)) } };
  }
  // What ends the last line begins no other.
  const last = lines.at(-1);
  if (last?.cells.length === 1 && last.cells[0] === '') lines.pop();
  return { lines, flaw: null };
}

type LineEnd = '\n' | '\r\n' | '\r';

/**
 * How the lines end. Where some end in LF and some in CRLF, as after two programs wrote to one file, LF is taken and the
 * CR is `isMixed`'s to drop; the library would take the one kind for a part of the cells.
 */
function lineEndsOf(text: string, hasQuotes: boolean): { readonly newline: LineEnd; readonly isMixed: boolean } {
  if (!text.includes('\n')) return { newline: text.includes('\r') ? '\r' : '\n', isMixed: false };
  if (!text.includes('\r\n')) return { newline: '\n', isMixed: false };
  const bareLineFeed = /(?<!\r)\n/;
  if (!bareLineFeed.test(text)) return { newline: '\r\n', isMixed: false };
  if (!hasQuotes) return { newline: '\n', isMixed: true };
  // Between the quotes, line breaks are a cell's own: every second piece.
  const isMixed = text.split('"').some((piece, index) => index % 2 === 0 && bareLineFeed.test(piece));
  return { newline: isMixed ? '\n' : '\r\n', isMixed };
}

function dropCarriageReturn(cells: string[]): void {
  const last = cells.at(-1);
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1);
}

/** Line breaks as an editor counts them: CRLF is one. */
function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = nextBreak(text, 0); at >= 0; at = nextBreak(text, at + 1)) {
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    count += 1;
  }
  return count;
}

function nextBreak(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  const carriageReturn = text.indexOf('\r', from);
  if (lineFeed < 0 || carriageReturn < 0) return Math.max(lineFeed, carriageReturn);
  return Math.min(lineFeed, carriageReturn);
}
