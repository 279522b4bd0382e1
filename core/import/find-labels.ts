import type { CsvLine } from '../csv/parse-csv.ts';
import { isColumnName } from './column-names.ts';
import type { LeftOutLine } from './left-out-line.ts';

/** A table whose columns' names stand on every line: `Reader ID:`, `5001`, `Reader Name:`, `Dock`. */
export interface LabelledTable {
  readonly names: readonly string[];
  readonly rows: readonly CsvLine[];
  /** Lines without these labels. */
  readonly leftOut: readonly LeftOutLine[];
}

const lookedLines = 200;
/** Of the lines, how many have the labels: the others are titles and totals. */
const mostLines = 0.6;
const fewestLabels = 2;

/** The table of lines that have their labels in cells before the values, or in the values' cells; null for any other. */
export function findLabels(lines: readonly CsvLine[]): LabelledTable | null {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const looked = filled.slice(0, lookedLines);
  const beside = labelsBeside(looked);
  if (beside) {
    const columns = columnsOf(filled).filter((column) => !beside.has(column));
    return tableOf(filled, {
      names: columns.map((column) => beside.get(column - 1) ?? ''),
      has: ({ cells }) => [...beside].every(([column, label]) => labelOf(cells[column]) === label),
      cells: ({ cells }) => columns.map((column) => cells[column] ?? ''),
    });
  }
  const within = labelsWithin(looked);
  if (!within) return null;
  const columns = columnsOf(filled);
  return tableOf(filled, {
    names: columns.map((column) => within.get(column) ?? ''),
    has: ({ cells }) => [...within].every(([column, label]) => splitCell(cells[column])?.label === label),
    cells: ({ cells }) =>
      columns.map((column) => (within.has(column) ? (splitCell(cells[column])?.value ?? '') : (cells[column] ?? ''))),
  });
}

interface Labelled {
  readonly names: readonly string[];
  readonly has: (line: CsvLine) => boolean;
  readonly cells: (line: CsvLine) => readonly string[];
}

function tableOf(lines: readonly CsvLine[], { names, has, cells }: Labelled): LabelledTable {
  return {
    names,
    rows: lines.filter(has).map((line) => ({ line: line.line, cells: cells(line) })),
    leftOut: lines.filter((line) => !has(line)).map((line) => ({ ...line, reason: 'no labels' })),
  };
}

/** Columns that have one and the same label on most lines, with a value behind it. */
function labelsBeside(lines: readonly CsvLine[]): ReadonlyMap<number, string> | null {
  const isValue = (cell: string) => cell.trim() !== '' && !isColumnName(cell);
  const labels = commonLabels(lines, (cells, column) =>
    isValue(cells[column + 1] ?? '') ? labelOf(cells[column]) : null,
  );
  // One line with two columns' names is a header, unless it writes them as labels.
  const areWritten = lines.some(({ cells }) => [...labels].every(([column]) => /[:=]\s*$/.test(cells[column] ?? '')));
  return labels.size >= fewestLabels && (lines.length > 1 || areWritten) ? labels : null;
}

function labelsWithin(lines: readonly CsvLine[]): ReadonlyMap<number, string> | null {
  const labels = commonLabels(lines, (cells, column) => splitCell(cells[column])?.label ?? null);
  return labels.size >= fewestLabels ? labels : null;
}

/** For each column the label that most lines have there. */
function commonLabels(
  lines: readonly CsvLine[],
  labelIn: (cells: readonly string[], column: number) => string | null,
): Map<number, string> {
  const labels = new Map<number, string>();
  for (const column of columnsOf(lines)) {
    const counts = new Map<string, number>();
    for (const { cells } of lines) {
      const label = labelIn(cells, column);
      if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const [best] = [...counts].sort(([, a], [, b]) => b - a);
    if (best && best[1] >= Math.max(1, lines.length * mostLines)) labels.set(column, best[0]);
  }
  return labels;
}

function columnsOf(lines: readonly CsvLine[]): number[] {
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => column);
}

/** A cell's text as a label, without its colon; null where it is none. */
function labelOf(cell = ''): string | null {
  const label = cell.trim().replace(/\s*[:=]$/, '');
  return isColumnName(label) ? label : null;
}

function splitCell(cell = ''): { readonly label: string; readonly value: string } | null {
  const [, label = '', value = ''] = /^([^:=]{1,40}?)\s*[:=]\s*(.+)$/.exec(cell.trim()) ?? [];
  return isColumnName(label) ? { label, value } : null;
}
