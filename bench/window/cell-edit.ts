import type { BenchDesk } from './bench-desk.ts';

export interface CellEdits {
  readonly paintedMs: readonly number[];
  readonly savedMs: readonly number[];
}

/** Rows that are in view without scrolling. */
const editedRows = 8;

/** From *Enter* in a cell to the frame that shows the new name, and to *Saved*, in milliseconds. */
export async function cellEdits({ page, readers, list, desk }: BenchDesk, edits: number): Promise<CellEdits> {
  const paintedMs: number[] = [];
  const savedMs: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const id = list[edit % editedRows]?.id ?? '';
    const name = `Renamed door ${edit}`;
    await readers.nameCell(id).dblclick();
    await readers.grid.getByRole('textbox').fill(name);
    await page.evaluate((text) => {
      window.bench.untilSaved('keydown');
      window.bench.fromInput('keydown', () =>
        window.bench
          .rows()
          .some((row) => !row.querySelector('input[type="text"], .cell-editor') && row.textContent?.includes(text)),
      );
    }, name);
    await page.keyboard.press('Enter');
    paintedMs.push(await page.evaluate(() => window.bench.result));
    savedMs.push(await page.evaluate(() => window.bench.saved));
    await desk.saved.waitFor();
  }
  return { paintedMs, savedMs };
}
