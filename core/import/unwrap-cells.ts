import type { CsvLine } from '../csv/parse-csv.ts';
import type { ReadNote } from './import-table.ts';

/** `="00123"`: how programs tell a spreadsheet that digits are text. */
const formulaText = /^="((?:[^"]|"")*)"$/;
/** An apostrophe before it does the same. */
const apostrophe = /^'(?=[^'\s])[^']*$/;
/** Of a column's cells, how many have one when it is a mark and no part of the text. */
const mostCells = 0.5;
const lookedRows = 1_000;

/** The lines with the text of cells that were written as formulas or with an apostrophe, so that they stay text. */
export function unwrapCells(
  lines: readonly CsvLine[],
  isText: boolean,
): {
  readonly rows: readonly CsvLine[];
  readonly note: ReadNote | null;
} {
  // A workbook has apostrophes apart from texts, so that those within are the person's.
  const marked = isText ? columnsWithApostrophes(lines.slice(0, lookedRows)) : new Set<number>();
  let count = 0;
  let first = 0;
  const rows = lines.map((line) => {
    let cells: string[] | null = null;
    line.cells.forEach((cell, column) => {
      const text = unwrapped(cell, marked.has(column));
      if (text === cell) return;
      cells ??= [...line.cells];
      cells[column] = text;
    });
    if (!cells) return line;
    count += 1;
    if (count === 1) first = line.line;
    return { line: line.line, cells };
  });
  return { rows, note: count === 0 ? null : { code: 'text marks', lines: count, first } };
}

function unwrapped(cell: string, isMarked: boolean): string {
  const start = cell.trimStart().charAt(0);
  if (start !== '=' && start !== "'") return cell;
  const text = cell.trim();
  const inside = formulaText.exec(text)?.[1];
  if (inside !== undefined) return inside.replaceAll('""', '"');
  const hasMark = apostrophe.test(text) && (isMarked || /^'\d[\d.,:-]*$/.test(text));
  return hasMark ? text.slice(1) : cell;
}

function columnsWithApostrophes(lines: readonly CsvLine[]): ReadonlySet<number> {
  const filled = new Map<number, { all: number; marked: number }>();
  for (const { cells } of lines) {
    cells.forEach((cell, column) => {
      if (cell.trim() === '') return;
      const counts = filled.get(column) ?? { all: 0, marked: 0 };
      counts.all += 1;
      if (apostrophe.test(cell.trim())) counts.marked += 1;
      filled.set(column, counts);
    });
  }
  const isMarked = ([, { all, marked }]: [number, { all: number; marked: number }]) =>
    marked > 1 && marked >= all * mostCells;
  return new Set([...filled].filter(isMarked).map(([column]) => column));
}
