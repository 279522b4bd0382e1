import { amount, type Figure, timing } from '../measure/figure.ts';
import type { BenchDesk } from '../window/bench-desk.ts';
import { filterKeystrokes } from '../window/filter.ts';
import { heapMegabytes } from '../window/heap.ts';
import { installProbe } from '../window/page-probe.ts';
import { scrolling } from '../window/scroll.ts';
import { assignments, pickerOpenings } from './assigning.ts';
import { makePlannedCampus, type PlanDesk } from './plan-desk.ts';
import { worksheetOpenings, worksheetTicks } from './worksheet-work.ts';

const cameras = 10_000;
const size = `${cameras.toLocaleString('en')} cameras × ${(cameras * 2).toLocaleString('en')} readers`;

/** The camera plan in the real window, worked on as a person does. */
export async function planWindowFigures(folder: string, isQuick: boolean): Promise<Figure[]> {
  const campus = await makePlannedCampus(folder, cameras);
  try {
    const openMs: number[] = [];
    const readMs: number[] = [];
    for (let start = 1; start < (isQuick ? 1 : 5); start++) {
      const opened = await openPlan(await campus.start());
      openMs.push(opened.openMs);
      readMs.push(opened.readMs);
      await opened.app.close();
    }
    const desk = await openPlan(await campus.start());
    openMs.push(desk.openMs);
    readMs.push(desk.readMs);
    const { page, plan } = desk;
    const heap = await heapMegabytes(page);
    const filterMs = await filterKeystrokes({ page, filter: plan.filter }, isQuick ? 2 : 10);
    const pickMs = await pickerOpenings(desk, isQuick ? 3 : 10);
    const assigning = await assignments(desk, isQuick ? 10 : 40);
    const { framesMs, blankFrames } = await scrolling({ page, grid: plan.grid }, isQuick ? 30_000 : 120_000);
    const worksheetMs = await worksheetOpenings(desk, isQuick ? 2 : 10);
    const tickMs = await worksheetTicks(desk, isQuick ? 5 : 20);
    const heapAfter = await heapMegabytes(page);
    await desk.app.close();
    return [
      timing({ what: `plan in the window, after the list's first rows, ${size}`, samplesMs: readMs, atMostMs: null }),
      timing({ what: `camera plan, click to first rows painted, ${size}`, samplesMs: openMs, atMostMs: 1_000 }),
      timing({ what: `plan's filter, keystroke to painted, ${size}`, samplesMs: filterMs, atMostMs: 50 }),
      timing({ what: `Readers for <camera>, click to painted, ${size}`, samplesMs: pickMs, atMostMs: 100 }),
      timing({ what: `its filter, keystroke to painted, ${size}`, samplesMs: assigning.filterMs, atMostMs: 50 }),
      timing({ what: `assigning a reader, Space to painted, ${size}`, samplesMs: assigning.paintedMs, atMostMs: 50 }),
      timing({ what: `assigning a reader, Space to Saved, ${size}`, samplesMs: assigning.savedMs, atMostMs: 100 }),
      timing({ what: `scrolling the cameras, frame to frame, ${size}`, samplesMs: framesMs, atMostMs: 20 }),
      amount(`frames with blank rows, ${size}`, blankFrames, `of ${framesMs.length}`, 0),
      timing({ what: `worksheet, click to first lines painted, ${size}`, samplesMs: worksheetMs, atMostMs: 1_000 }),
      timing({ what: `ticking a camera, click to ticked, ${size}`, samplesMs: tickMs, atMostMs: 100 }),
      amount(`renderer heap, plan open, ${size}`, heap, 'MB', 150),
      amount(`renderer heap after all of this, ${size}`, heapAfter, 'MB', 150),
    ];
  } finally {
    await campus.close();
  }
}

/**
 * From the readers' page to the camera plan, for the first time since the app was started. The rail says how much is
 * planned once the plan is in the window: `readMs` is how long that takes from the first rows of the list on.
 */
async function openPlan(desk: BenchDesk): Promise<PlanDesk & { readonly openMs: number; readonly readMs: number }> {
  await desk.open();
  const rowsAt = performance.now();
  await desk.desk.rail.getByRole('link', { name: 'Camera plan' }).getByText('%').waitFor();
  const readMs = performance.now() - rowsAt;
  await desk.page.evaluate(installProbe, '[role="grid"][aria-label="Cameras"]');
  await desk.page.evaluate(() => window.bench.fromInput('click', () => window.bench.rows().length > 0));
  const plan = await desk.desk.goToCameraPlan();
  return { ...desk, plan, readMs, openMs: await desk.page.evaluate(() => window.bench.result) };
}
