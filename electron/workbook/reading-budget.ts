import type { WorkbookRefusal } from '../../core/import/import-refusal.ts';

/** How much of a workbook's cells is kept in memory. */
export interface BudgetLimits {
  /** Cells of all sheets, the empty ones between filled ones included. A row counts as so many more. */
  readonly cells: number;
  /** Characters of all cells: one text may stand in a million of them. */
  readonly characters: number;
}

const rowCost = 8;

/** As many rows as a sheet can have, with fourteen columns of ordinary texts each. */
const budgetLimits: BudgetLimits = { cells: 24_000_000, characters: 200_000_000 };

/** Counts what is kept of a workbook, over all of its sheets. */
export class ReadingBudget {
  private cells: number;
  private characters: number;

  constructor(limits = budgetLimits) {
    this.cells = limits.cells;
    this.characters = limits.characters;
  }

  addRows(count: number): void {
    this.cells -= count * rowCost;
  }

  addCells(count: number, characters = 0): void {
    this.cells -= count;
    this.characters -= characters;
  }

  /** Why no more of the workbook may be read, or null. */
  get exceeded(): WorkbookRefusal | null {
    if (this.cells < 0) return { code: 'workbook too large', what: 'cells' };
    return this.characters < 0 ? { code: 'workbook too large', what: 'characters' } : null;
  }
}
