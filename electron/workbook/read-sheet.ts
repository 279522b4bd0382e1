import type { CsvLine } from '../../core/csv/parse-csv.ts';
import { importLimits, type WorkbookRefusal } from '../../core/import/import-refusal.ts';
import type { ReadNote } from '../../core/import/import-table.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { columnLetters, parseReference, sheetEnds } from './cell-reference.ts';
import { type CellContext, cellValue } from './cell-value.ts';
import { spreadMerged } from './merged-cells.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { readRichText } from './rich-text.ts';
import { formatOf } from './styles.ts';
import { XmlReader } from './xml-reader.ts';

/** The rows of a sheet, blank ones between them included, and what has to be said about them. */
export interface SheetRows {
  readonly lines: readonly CsvLine[];
  /** The lines that the sheet does not show: a filter hides them, or a person did. */
  readonly hiddenLines: ReadonlySet<number>;
  readonly notes: readonly ReadNote[];
}

interface SheetSource {
  readonly name: string;
  readonly part: string;
  readonly xml: string;
}

/** Reads a worksheet part (ECMA-376 part 1, 18.3.1). Cells and rows may stand in any order, and without references. */
export function readSheet(
  source: SheetSource,
  context: CellContext,
  budget: ReadingBudget,
): Result<SheetRows, WorkbookRefusal> {
  return new SheetReader(source, context, budget).read();
}

/** Cells of one kind: how many, and where the first is. */
interface Tally {
  cells: number;
  first: string;
}

class SheetReader {
  private readonly reader: XmlReader;
  /** Rows with text by their numbers, in the order in which they stand. */
  private readonly rows = new Map<number, string[]>();
  private readonly hiddenLines = new Set<number>();
  private readonly merged: string[] = [];
  private readonly withoutValue: Tally = { cells: 0, first: '' };
  private readonly byFormat: Tally = { cells: 0, first: '' };
  private row = 0;
  private column = 0;
  /** Whether the row itself says which it is. */
  private isNumbered = false;
  private isRowHidden = false;

  constructor(
    private readonly source: SheetSource,
    private readonly context: CellContext,
    private readonly budget: ReadingBudget,
  ) {
    this.reader = new XmlReader(source.xml);
  }

  read(): Result<SheetRows, WorkbookRefusal> {
    const { reader } = this;
    for (;;) {
      const piece = reader.next();
      if (piece === 'end') return this.finish();
      if (piece === 'fault') return fail(this.fault());
      if (piece !== 'open') continue;
      const refused =
        reader.name === 'row' ? this.beginRow() : reader.name === 'c' ? this.readCell() : this.readMerge();
      if (refused) return fail(refused);
    }
  }

  private fault(): WorkbookRefusal {
    return { code: 'damaged workbook', what: this.reader.fault, part: this.source.part };
  }

  private beginRow(): WorkbookRefusal | null {
    const number = this.reader.attribute('r');
    this.row = number === null ? this.row + 1 : Number(number);
    this.isNumbered = number !== null;
    this.column = 0;
    this.isRowHidden = isTrue(this.reader.attribute('hidden'));
    return this.row >= 1 && this.row <= sheetEnds.rows && Number.isInteger(this.row)
      ? null
      : this.beyond(`row ${number}`);
  }

  private beyond(cell: string): WorkbookRefusal {
    return { code: 'cell beyond the sheet', sheet: this.source.name, cell };
  }

  private readCell(): WorkbookRefusal | null {
    const { reader } = this;
    const reference = reader.attribute('r');
    const type = reader.attribute('t');
    const style = reader.attribute('s');
    const position = reference === null ? { row: this.row, column: this.column + 1 } : parseReference(reference);
    if (!position) return { code: 'damaged workbook', what: 'not a reference', part: this.source.part };
    if (position.column > sheetEnds.columns || position.row > sheetEnds.rows) return this.beyond(reference ?? '');
    if (!this.isNumbered) this.row = position.row;
    this.column = position.column;

    let raw: string | null = null;
    let inline: string | null = null;
    let hasFormula = false;
    let isValue = false;
    let depth = 1;
    while (depth > 0) {
      const piece = reader.next();
      if (piece === 'open') {
        if (reader.name === 'is') {
          const text = readRichText(reader);
          if (text === null) return this.fault();
          inline = (inline ?? '') + text;
          continue;
        }
        depth += 1;
        isValue = reader.name === 'v' && depth === 2;
        if (isValue) raw ??= '';
        if (reader.name === 'f') hasFormula = true;
      } else if (piece === 'close') {
        depth -= 1;
        isValue = false;
      } else if (piece === 'text') {
        if (isValue) raw += reader.text;
      } else return this.fault();
    }
    if (raw === null && inline === null) {
      if (hasFormula) this.count(this.withoutValue);
      return null;
    }
    const format = formatOf(this.context.formats, style);
    const text = inline ?? cellValue(type, raw ?? '', format, this.context);
    if (text === null) return { code: 'damaged workbook', what: 'no such text', part: this.source.part };
    if (format.kind === 'pattern' && inline === null && isNumber(type) && text !== raw) this.count(this.byFormat);
    return text === '' ? null : this.put(text);
  }

  private cellName(): string {
    return `${columnLetters(this.column)}${this.row}`;
  }

  private count(tally: Tally): void {
    tally.cells += 1;
    if (tally.cells === 1) tally.first = this.cellName();
  }

  private put(text: string): WorkbookRefusal | null {
    const { row, column, budget } = this;
    // One cell far to the right makes every column before it.
    if (column > importLimits.columns) {
      return { code: 'too many columns in sheet', sheet: this.source.name, cell: this.cellName() };
    }
    let cells = this.rows.get(row);
    if (!cells) {
      cells = [];
      this.rows.set(row, cells);
      if (this.isRowHidden) this.hiddenLines.add(row);
    }
    budget.addCells(Math.max(0, column - cells.length), text.length);
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
    return budget.exceeded;
  }

  private readMerge(): WorkbookRefusal | null {
    if (this.reader.name !== 'mergeCell') return null;
    this.merged.push(this.reader.attribute('ref') ?? '');
    this.budget.addCells(1);
    return this.budget.exceeded;
  }

  private finish(): Result<SheetRows, WorkbookRefusal> {
    const merged = spreadMerged(this.merged, this.rows, this.budget);
    const last = lastRow(this.rows);
    this.budget.addRows(last);
    if (this.budget.exceeded) return fail(this.budget.exceeded);
    const lines: CsvLine[] = [];
    for (let line = 1; line <= last; line += 1) lines.push({ line, cells: this.rows.get(line) ?? noCells });
    const notes: ReadNote[] = [];
    if (merged) notes.push(merged);
    if (this.withoutValue.cells > 0) notes.push({ code: 'formulas without value', ...this.withoutValue });
    if (this.byFormat.cells > 0) notes.push({ code: 'shown by format', ...this.byFormat });
    return ok({ lines, hiddenLines: this.hiddenLines, notes });
  }
}

const noCells: readonly string[] = [];

function lastRow(rows: ReadonlyMap<number, unknown>): number {
  let last = 0;
  for (const row of rows.keys()) last = Math.max(last, row);
  return last;
}

const isNumber = (type: string | null): boolean => type === null || type === 'n';

const isTrue = (text: string | null): boolean => text === '1' || text === 'true' || text === 'on';
