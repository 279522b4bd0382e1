import type { BenchDesk } from './bench-desk.ts';
import type { GridDesk } from './grid-desk.ts';

export interface CellEdits {
  readonly paintedMs: readonly number[];
  readonly savedMs: readonly number[];
}

/** Rows that are in view without scrolling. */
const editedRows = 8;

/** From *Enter* in a cell to the frame that shows the new name, and to *Saved*, in milliseconds. */
export async function cellEdits(desk: BenchDesk, edits: number): Promise<CellEdits> {
  const paintedMs: number[] = [];
  const savedMs: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const commit = await beginEdit(desk, edit);
    await desk.page.evaluate(() => window.bench.untilSaved('keydown'));
    paintedMs.push(await commit());
    savedMs.push(await desk.page.evaluate(() => window.bench.saved));
    await desk.desk.saved.waitFor();
  }
  return { paintedMs, savedMs };
}

/** The same in a grid that saves nothing: only to the frame. */
export async function paintedEdits(desk: GridDesk, edits: number): Promise<number[]> {
  const paintedMs: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const commit = await beginEdit(desk, edit);
    paintedMs.push(await commit());
  }
  return paintedMs;
}

/** Types a new name into a cell. What it answers presses *Enter* and gives the time to the frame with the name. */
async function beginEdit({ page, list, nameCell, cellEditor }: GridDesk, edit: number): Promise<() => Promise<number>> {
  const name = `Renamed door ${edit}`;
  await nameCell(list[edit % editedRows]?.id ?? '').dblclick();
  await cellEditor.fill(name);
  await page.evaluate((text) => {
    const isEdited = (row: Element) => row.querySelector('input:not([type="checkbox"]), .cell-editor') !== null;
    window.bench.fromInput('keydown', () =>
      window.bench.rows().some((row) => !isEdited(row) && row.textContent?.includes(text)),
    );
  }, name);
  return async () => {
    await page.keyboard.press('Enter');
    return page.evaluate(() => window.bench.result);
  };
}
