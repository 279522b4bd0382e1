import type { CsvLine } from '../csv/parse-csv.ts';
import { isColumnName, plainName } from './column-names.ts';
import { mostCommon } from './detect-delimiter.ts';

/** Lines from the start in which the columns' names are looked for, and rows below them that are looked at. */
const lookedLines = 50;
const lookedRows = 50;

/** The number of the line with the columns' names, 0 where none reads like it. Title lines above it are no matter. */
export function findHeader(lines: readonly CsvLine[]): number {
  const head = lines.slice(0, lookedLines).filter(({ cells }) => filledCells(cells).length > 0);
  const named = head.find(({ cells }, index) => isNamed(cells, head[index + 1]?.cells));
  if (named) return named.line;
  // Names that nobody foresaw: a first full line of words above columns of numbers.
  const width = mostCommon(head.map(({ cells }) => cells.length));
  const first = head.findIndex(({ cells }) => cells.length === width && filledCells(cells).length === width);
  const candidate = head[first];
  if (!candidate || width < 2 || !isWords(candidate.cells)) return 0;
  const below = head.slice(first + 1, first + 1 + lookedRows);
  const isAboveNumbers = candidate.cells.some(
    (_, column) => below.length > 0 && below.every(({ cells }) => /\d/.test(cells[column] ?? '')),
  );
  return isAboveNumbers ? candidate.line : 0;
}

function filledCells(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell !== '');
}

/**
 * Two known names settle it, also where a table joined of two has some of them twice; one does where the line has no
 * more, or where the other cells are words too.
 */
function isNamed(cells: readonly string[], next: readonly string[] | undefined): boolean {
  const filled = filledCells(cells);
  const known = new Set(filled.filter(isColumnName).map(plainName)).size;
  if (known >= 2) return true;
  if (known === 0) return false;
  // A title line of one word above a table, e.g. "Reader", has fewer cells than what follows.
  if (filled.length === 1) return next === undefined || filledCells(next).length <= 1;
  return isWords(filled);
}

function isWords(cells: readonly string[]): boolean {
  return cells.every((cell) => !/\d/.test(cell)) && new Set(cells).size === cells.length;
}
