import { campusReaders } from '../../core/simulator/campus.ts';
import type { Fault } from '../../core/simulator/faults.ts';
import { simulatorState } from '../../core/simulator/simulator.ts';
import { launchApp } from '../../e2e/launch/launch.ts';
import type { LaunchedApp } from '../../e2e/launch/launched-app.ts';
import { ConnectionsPage } from '../../e2e/pages/connections-page.ts';
import { Desk } from '../../e2e/pages/desk.ts';
import { ReadersPage } from '../../e2e/pages/readers-page.ts';
import { startSimulatorServer } from '../../electron/practice/simulator-server.ts';
import type { GridDesk } from './grid-desk.ts';
import { installProbe } from './page-probe.ts';

export const benchConnection = 'Bench Campus';
/** The token of the bench's Camio. */
export const benchToken = 'bench-token';
/** Reading 100,000 readers for the first time goes over HTTP. */
const firstReadLimitMs = 60_000;

/** The app at its Connections page, with one connection whose list is on disk. */
export interface BenchDesk extends GridDesk {
  readonly app: LaunchedApp;
  readonly desk: Desk;
  readonly readers: ReadersPage;
}

/** A data folder in which a connection's list of so many readers was read once, and the app started on it. */
export interface BenchCampus {
  start(): Promise<BenchDesk>;
  /** Closes what was started, too. */
  close(): Promise<void>;
}

export async function makeCampus(
  userDataDir: string,
  count: number,
  faults: readonly Fault[] = [],
): Promise<BenchCampus> {
  const list = campusReaders(count);
  const camio = await startSimulatorServer({ state: simulatorState(list), token: benchToken, faults });

  const running: LaunchedApp[] = [];

  async function start(): Promise<BenchDesk> {
    const app = await launchApp({ userDataDir });
    running.push(app);
    const { page } = app;
    const desk = new Desk(page);
    const readers = new ReadersPage(desk);
    return {
      app,
      page,
      desk,
      readers,
      list,
      filter: readers.filter,
      nameHead: readers.grid.getByRole('columnheader', { name: 'Name' }),
      nameCell: (id) => readers.nameCell(id),
      cellEditor: readers.grid.getByRole('textbox'),
      async open() {
        await page.getByRole('main').waitFor();
        await page.evaluate(installProbe, '[role="grid"][aria-label="Readers"]');
        await page.evaluate(() => window.bench.fromInput('click', () => window.bench.rows().length > 0));
        await new ConnectionsPage(desk).open(benchConnection);
        return page.evaluate(() => window.bench.result);
      },
    };
  }

  const first = await start();
  const connections = new ConnectionsPage(first.desk);
  await connections.add({ name: benchConnection, baseUrl: camio.baseUrl, token: benchToken });
  const readers = await connections.open(benchConnection);
  await readers.row(list[0]?.id ?? '').waitFor({ timeout: firstReadLimitMs });
  await first.app.close();
  return {
    start,
    async close() {
      // Those that a failure left open; closing an app twice does nothing.
      for (const app of running) await app.close();
      await camio.close();
    },
  };
}
