import { unguardCell } from '../csv/csv-text.ts';
import type { CsvLine } from '../csv/parse-csv.ts';

const apostrophe = 0x27;

/** A line without the apostrophes that keep a spreadsheet from taking its cells for formulas. */
export function unguardLine(line: CsvLine): CsvLine {
  return line.cells.some((cell) => cell.charCodeAt(0) === apostrophe)
    ? { line: line.line, cells: line.cells.map(unguardCell) }
    : line;
}
