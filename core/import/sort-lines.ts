import type { CsvLine } from '../csv/parse-csv.ts';
import { columnKind, plainName } from './column-names.ts';
import { mostCommon } from './detect-delimiter.ts';
import { isWords, namesBoth } from './find-header.ts';
import type { LeftOutLine, LeftOutReason } from './left-out-line.ts';
import { isMarker } from './marker.ts';

/** The lines below a header, told apart. */
export interface SortedLines {
  readonly rows: readonly CsvLine[];
  readonly leftOut: readonly LeftOutLine[];
  readonly blank: number;
}

/** Rows whose cells tell what a column usually looks like. */
const lookedRows = 5_000;

/**
 * Which lines are rows, and which stand between them in reports: headers of each page, rules, headings of groups, totals,
 * footers, other tables. A line is left out only where its text says so, or where it has one cell that looks like no other
 * of its column.
 */
export function sortLines(lines: readonly CsvLine[], header: readonly string[]): SortedLines {
  const filledLines = lines.filter(({ cells }) => cells.some(isFilled));
  const table = usualOf(filledLines);
  const rows: CsvLine[] = [];
  const leftOut: LeftOutLine[] = [];
  let state: 'below header' | 'rows' | 'other table' = header.length > 0 ? 'below header' : 'rows';
  let isBehindBlank = false;
  const headerNames = header.map(plainName);
  for (const line of lines) {
    if (state === 'rows' && isOrdinary(line.cells, table)) {
      rows.push(line);
      isBehindBlank = false;
      continue;
    }
    if (!line.cells.some(isFilled)) {
      isBehindBlank = true;
      continue;
    }
    const { cells } = line;
    const filled = cells.filter(isFilled);
    const put = (reason: LeftOutReason) => leftOut.push({ ...line, reason });
    if (isSameHeader(cells, headerNames)) {
      put('repeated header');
      state = 'rows';
    } else if (filled.every((cell) => rule.test(cell))) put('rule');
    else if (filled.every(isMarker)) put('markers');
    else if (state === 'below header' && isHeaderLike(filled)) put('second header');
    else if (
      header.length > 0 &&
      state !== 'below header' &&
      (isHeaderLike(filled) || (isBehindBlank && isUnlike(cells, table)))
    ) {
      put('other table');
      state = 'other table';
    } else {
      const reason = reasonOf(cells, filled, table);
      if (reason) put(reason);
      else if (state === 'other table') put('other table');
      else {
        rows.push(line);
        state = 'rows';
      }
    }
    isBehindBlank = false;
  }
  return { rows, leftOut, blank: lines.length - filledLines.length };
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

const rule = /^[\s\-=_*~+|.─━═–—]{2,}$/;

/** Nothing to look at twice: as full as most rows, with a word with digits first, as most IDs are. */
function isOrdinary(cells: readonly string[], { filled, hasDigits }: Usual): boolean {
  const [first = '', second = ''] = cells;
  return (
    filled > 1 && hasDigits[0] === true && ordinaryId.test(first) && /\p{L}/u.test(second) && isFilledTo(cells, filled)
  );
}

const ordinaryId = /^(?=.*\d)[\w.:{}-]+$/;

function isFilledTo(cells: readonly string[], wanted: number): boolean {
  let count = 0;
  for (const cell of cells) if (cell !== '') count += 1;
  return count >= wanted;
}

function isSameHeader(cells: readonly string[], header: readonly string[]): boolean {
  if (header.every((name) => name === '')) return false;
  return Array.from({ length: Math.max(cells.length, header.length) }, (_, column) => column).every(
    (column) => plainName(cells[column] ?? '') === (header[column] ?? ''),
  );
}

/** Whether cells name columns, or say what databases and reports write below names: the types of the columns. */
function isHeaderLike(filled: readonly string[]): boolean {
  if (filled.length < 2) return false;
  if (filled.every((cell) => dataType.test(cell.trim()))) return true;
  return namesBoth(filled) && filled.every((cell) => columnKind(cell) !== null || !/\d/.test(cell));
}

const dataType =
  /^\(?(?:int|integer|bigint|smallint|n?varchar2?|n?char|text|string|uniqueidentifier|guid|number|numeric|datetime2?|boolean|bit|float|double)(?:\(\w+\))?\)?$/i;

/** What the lines of the table usually look like. */
interface Usual {
  readonly filled: number;
  /** The shapes of each column's cells on lines with more than one of them. */
  readonly shapes: readonly ReadonlySet<string>[];
  readonly hasDigits: readonly boolean[];
}

function usualOf(lines: readonly CsvLine[]): Usual {
  const looked = lines.slice(0, lookedRows);
  const filled = mostCommon(looked.map(({ cells }) => cells.filter(isFilled).length));
  const full = looked.filter(({ cells }) => {
    const count = cells.filter(isFilled).length;
    return count > 1 && count >= filled;
  });
  const width = Math.max(0, ...full.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) =>
    full.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '' && !isMarker(cell)),
  );
  return {
    filled,
    shapes: columns.map((cells) => new Set(cells.map(shapeOf))),
    hasDigits: columns.map((cells) => {
      const withDigit = cells.filter((cell) => /\d/.test(cell)).length;
      return cells.length > 0 && withDigit >= cells.length * 0.8;
    }),
  };
}

/** `R-101` and `AB-7` are one shape. */
function shapeOf(cell: string): string {
  return cell
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/g, '9')
    .replace(/\s+/g, ' ');
}

/** Words where the rows have numbers: the names of another table's columns. */
function isUnlike(cells: readonly string[], { hasDigits, filled: usual }: Usual): boolean {
  const filled = cells.filter(isFilled);
  if (filled.length < 2 || filled.length < usual || !isWords(filled)) return false;
  return cells.some((cell, column) => isFilled(cell) && hasDigits[column] && !isMarker(cell));
}

function reasonOf(cells: readonly string[], filled: readonly string[], usual: Usual): LeftOutReason | null {
  const first = (filled[0] ?? '').trim().slice(0, longestFooter);
  const column = cells.findIndex(isFilled);
  const isUsual = usual.shapes[column]?.has(shapeOf(first)) ?? false;
  const others = filled.slice(1);
  if (total.test(first) && others.every((cell) => /^[\d\s.,]+$/.test(cell)) && !isUsual) return 'total';
  const endsReport = footer.test(first) && filled.length <= Math.max(2, usual.filled - 1);
  if (endsReport && !isUsual && (filled.length === 1 || usual.hasDigits[column])) return 'footer';
  if (filled.length > 1 || usual.filled < 2 || isUsual) return null;
  return isHeading(first, usual.hasDigits[column] ?? false, usual.shapes[column] ?? new Set()) ? 'heading' : null;
}

/** A cell by itself that looks like no other of its column. An ID without a name looks like the other IDs. */
function isHeading(cell: string, hasDigits: boolean, shapes: ReadonlySet<string>): boolean {
  const shape = shapeOf(cell);
  if (/:\s|:$/.test(cell) && ![...shapes].some((other) => other.includes(':'))) return true;
  if (/\s/.test(shape) && ![...shapes].some((other) => other.includes(' '))) return true;
  return hasDigits && !/\d/.test(cell);
}

/** Characters of a cell that tell what its line is. */
const longestFooter = 120;

const things =
  '(?:rows?|records?|entries|items?|readers?|doors?|cameras?|devices?|lines?|results?|zeilen|datensätze|einträge|leser|türen|lignes|enregistrements|lecteurs|filas|registros|lectores|righe|record|rijen|rader|wierszy|行|件)';
const total = new RegExp(
  `^(?:(?:grand|sub|report)[\\s-]?)?(?:totals?|sum|count|summe|gesamt(?:summe|zahl)?|anzahl|total général|totale|totaal|razem|łącznie|итого|всего|合計|总计|總計|합계)(?:\\s+(?:of\\s+|number\\s+of\\s+)?${things})?\\s*(?:[:=]\\s*)?[\\d.,\\s]*(?:${things})?\\.?$`,
  'i',
);
const footer = new RegExp(
  `^\\(?\\d[\\d.,]*\\s+${things}(?:\\s+(?:affected|selected|returned|found|in set|exported|printed|listed|total|betroffen|ausgewählt|exportiert).*)?\\)?\\.?$|` +
    `^(?:printed|generated|exported|created|produced|prepared|report(?:ed)?|page|end of|run (?:by|on|at|date)|(?:total|number) (?:of )?${things}|as of|filter|copyright|©|confidential|gedruckt|erstellt|erzeugt|exportiert|seite|ende|stand|imprimé|généré|página|pagina|impreso|generado|stampato|strona|wydrukowano|--+|\\*\\*+|completion time|query ok)(?=[\\s:.\\d]|$)`,
  'i',
);
