import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { campusReaders } from '../../core/simulator/campus.ts';
import type { GridDesk } from './grid-desk.ts';
import { startHost } from './host-start.ts';
import { installProbe } from './page-probe.ts';

/** AG Grid in a window of the same host, with the readers of the same campus in its page. */
export async function startAgGrid(
  folder: string,
  count: number,
): Promise<GridDesk & { readonly close: () => Promise<void> }> {
  const userDataDir = await mkdtemp(join(folder, 'ag-grid-'));
  const app = await startHost('dist/bench/ag-grid-app.js', userDataDir, [`--readers=${count}`]);
  const { page } = app;
  const grid = page.getByRole('grid');
  return {
    page,
    list: campusReaders(count),
    filter: page.getByRole('searchbox', { name: 'Filter readers' }),
    nameHead: grid.getByRole('columnheader', { name: 'Name' }),
    nameCell: (id) =>
      grid
        .getByRole('row')
        .filter({ has: page.getByRole('gridcell', { name: id, exact: true }) })
        .locator('[col-id="name"]'),
    cellEditor: grid.getByRole('textbox'),
    async open() {
      await page.getByRole('main').waitFor();
      await page.evaluate(installProbe, '[role="grid"]');
      await page.evaluate(() => window.bench.fromInput('click', () => window.bench.rows().length > 0));
      await page.getByRole('button', { name: 'Open' }).click();
      return page.evaluate(() => window.bench.result);
    },
    close: () => app.close(),
  };
}
