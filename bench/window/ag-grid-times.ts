import { startAgGrid } from './ag-grid-desk.ts';
import { paintedEdits } from './cell-edit.ts';
import { filterKeystrokes } from './filter.ts';
import { sortings } from './sort.ts';

/** The same acts on the same readers in AG Grid, in milliseconds. */
export interface AgGridTimes {
  readonly openMs: readonly number[];
  readonly filterMs: readonly number[];
  readonly sortMs: readonly number[];
  readonly editMs: readonly number[];
}

export async function agGridTimes(folder: string, readers: number, isQuick: boolean): Promise<AgGridTimes> {
  const openMs: number[] = [];
  for (let start = 1; start < (isQuick ? 1 : 5); start++) {
    const desk = await startAgGrid(folder, readers);
    openMs.push(await desk.open());
    await desk.close();
  }
  const desk = await startAgGrid(folder, readers);
  try {
    openMs.push(await desk.open());
    return {
      openMs,
      filterMs: await filterKeystrokes(desk, isQuick ? 2 : 10),
      editMs: await paintedEdits(desk, isQuick ? 5 : 40),
      sortMs: await sortings(desk, isQuick ? 3 : 10),
    };
  } finally {
    await desk.close();
  }
}
