/** What a sheet is besides its rows. */
export interface SheetHead {
  /** Shown on the sheet's tab, where what Excel refuses in a name is left out. */
  readonly sheetName: string;
  /** `width` in characters of the default font. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
}

/**
 * A table as one sheet of a workbook. Every row has a text for every column; '' is an empty cell. Rows are gone through
 * once, and may be made as they are asked for.
 */
export interface Sheet extends SheetHead {
  readonly rows: Iterable<readonly string[]>;
}

/** What Excel holds: more characters in a cell, or rows in a sheet, make it call the file damaged. */
export const sheetLimits = { cellCharacters: 32_767, rows: 1_048_576 } as const;
