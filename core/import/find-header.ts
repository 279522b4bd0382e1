import type { CsvLine } from '../csv/parse-csv.ts';
import { columnKey, columnKind, isColumnName } from './column-names.ts';
import { mostCommon } from './detect-delimiter.ts';

/** Lines from the start in which the columns' names are looked for, and rows below them that are looked at. */
const lookedLines = 200;
const lookedRows = 50;

/** Rows above which unforeseen names stand may have a few lines among them that are none: totals, rules, headings. */
const mostRows = 0.8;

/** The number of the line with the columns' names, 0 where none reads like it. Title lines above it are no matter. */
export function findHeader(lines: readonly CsvLine[]): number {
  const head = lines.slice(0, lookedLines).filter(({ cells }) => filledCells(cells).length > 0);
  const usual = mostCommon(head.map(({ cells }) => filledCells(cells).length));
  const named = head.filter(({ cells }, index) => isNamed(cells, head[index + 1]?.cells, usual));
  // A line that names an ID and a name is surer than one above it, such as `Site,Harbor` or the groups of columns.
  const best = named.find(({ cells }) => namesBoth(cells)) ?? named[0];
  if (best) return best.line;
  return unforeseen(head);
}

/** Whether cells name an ID and a name. */
export function namesBoth(cells: readonly string[]): boolean {
  const kinds = cells.map(columnKind);
  return kinds.includes('id') && kinds.includes('name');
}

/** Names that nobody foresaw: a first full line of words above columns of numbers. */
function unforeseen(head: readonly CsvLine[]): number {
  const width = mostCommon(head.map(({ cells }) => cells.length));
  const first = head.findIndex(({ cells }) => cells.length === width && filledCells(cells).length === width);
  const candidate = head[first];
  if (!candidate || width < 2 || !isWords(candidate.cells)) return 0;
  const below = head.slice(first + 1, first + 1 + lookedRows);
  const isAboveNumbers = candidate.cells.some((_, column) => {
    const numbers = below.filter(({ cells }) => /\d/.test(cells[column] ?? '')).length;
    return below.length > 0 && numbers >= below.length * mostRows;
  });
  return isAboveNumbers ? candidate.line : 0;
}

function filledCells(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

/**
 * Two known names settle it, also where a table joined of two has some of them twice; one does where the line has no
 * more, or where the other cells are words too and it is as full as the rows are.
 */
function isNamed(cells: readonly string[], next: readonly string[] | undefined, usual: number): boolean {
  const filled = filledCells(cells);
  const known = new Set(filled.filter(isColumnName).map(columnKey)).size;
  if (known >= 2 || (filled.length > 1 && namesBoth(filled))) return true;
  if (known === 0) return false;
  // A title line of one word above a table, e.g. "Reader", has fewer cells than what follows.
  if (filled.length === 1) return next === undefined || filledCells(next).length <= 1;
  return isWords(filled) && filled.length >= usual;
}

export function isWords(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d/.test(cell)) && new Set(cells).size === cells.length;
}
