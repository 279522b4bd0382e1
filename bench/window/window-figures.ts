import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { amount, type Figure, timing } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { median, short } from '../measure/samples.ts';
import { inScratchFolder } from '../measure/scratch-folder.ts';
import { type AgGridTimes, agGridTimes } from './ag-grid-times.ts';
import { type BenchCampus, type BenchDesk, makeCampus } from './bench-desk.ts';
import { cellEdits } from './cell-edit.ts';
import { coldStarts } from './cold-start.ts';
import { renamingEveryReader } from './every-reader.ts';
import { filterKeystrokes } from './filter.ts';
import { firstLoadKilobytes } from './first-load.ts';
import { heapMegabytes } from './heap.ts';
import { reviewOpenings } from './review.ts';
import { rowRenders } from './row-renders.ts';
import { scrolling } from './scroll.ts';
import { sortings } from './sort.ts';
import { sweepFrames } from './sweep-frames.ts';

/** The limits at one size of list; null where nothing is promised. */
interface Limits {
  readonly readers: number;
  readonly openMs: number | null;
  readonly filterMs: number;
  readonly paintedMs: number;
  readonly savedMs: number;
  readonly reviewMs: number | null;
}

const usual: Limits = { readers: 5_000, openMs: null, filterMs: 100, paintedMs: 100, savedMs: 100, reviewMs: 100 };
const stress: Limits = { readers: 100_000, openMs: 1_000, filterMs: 50, paintedMs: 50, savedMs: 100, reviewMs: null };

/** The real window: Electron where it is installed, else the Chromium host. Input goes through the browser. */
export async function* windowFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  yield amount('first-load script, compressed', await firstLoadKilobytes(), 'KB', 200);
  yield await inScratchFolder((folder) => coldStart(folder, isQuick ? 2 : 7));
  for (const limits of [usual, stress]) yield* await inScratchFolder((folder) => figuresAt(folder, limits, isQuick));
  yield* await inScratchFolder((folder) => sweepFrames(folder, isQuick ? 2_000 : 20_000));
}

async function coldStart(folder: string, times: number): Promise<Figure> {
  const { appMs, emptyMs } = await coldStarts(folder, times);
  const ratio = median(appMs) / median(emptyMs);
  return {
    what: 'cold start to a usable window',
    target: '≤ 1.3 × an empty page',
    measured: `p50 ${short(median(appMs))} ms (${times}×)`,
    peer: `${short(ratio)} × the same host with an empty page (p50 ${short(median(emptyMs))} ms)`,
    isMet: ratio <= 1.3,
  };
}

async function figuresAt(folder: string, limits: Limits, isQuick: boolean): Promise<Figure[]> {
  const userDataDir = join(folder, 'data');
  await mkdir(userDataDir);
  const campus = await makeCampus(userDataDir, limits.readers);
  const size = sizeOf(limits);
  const figures: Figure[] = [];
  try {
    const openMs: number[] = [];
    for (let start = 0; start < (isQuick ? 1 : 5); start++) {
      const desk = await campus.start();
      openMs.push(await desk.open());
      await desk.app.close();
    }
    const agGrid = await agGridTimes(folder, limits.readers, isQuick);
    figures.push(
      timing({
        what: `open, click to first rows painted, ${size}`,
        samplesMs: openMs,
        atMostMs: limits.openMs,
        peer: { name: 'AG Grid, the readers in its page already', samplesMs: agGrid.openMs },
      }),
    );
    figures.push(...(await renderFigures(campus, size)));
    const desk = await campus.start();
    await desk.open();
    figures.push(...(await figuresOf(desk, limits, agGrid, isQuick)));
    await desk.app.close();
    figures.push(...(await everyReaderFigures(campus, size)));
  } finally {
    await campus.close();
  }
  return figures;
}

async function figuresOf(desk: BenchDesk, limits: Limits, agGrid: AgGridTimes, isQuick: boolean): Promise<Figure[]> {
  const size = sizeOf(limits);
  const besideAgGrid = (samplesMs: readonly number[]) => ({ name: 'AG Grid', samplesMs });
  const heap = amount(`renderer heap, ${size} open`, await heapMegabytes(desk.page), 'MB', 150);
  const filterMs = await filterKeystrokes(desk, isQuick ? 2 : 10);
  const edits = await cellEdits(desk, isQuick ? 5 : 40);
  const sortMs = await sortings(desk, isQuick ? 3 : 10);
  const reviewMs = await reviewOpenings(desk, isQuick ? 2 : 10);
  const { framesMs, blankFrames, distancePx } = await scrolling(
    { page: desk.page, grid: desk.readers.grid },
    isQuick ? 30_000 : 120_000,
  );
  const heapAfter = amount(`renderer heap after all of this, ${size}`, await heapMegabytes(desk.page), 'MB', 150);
  return [
    heap,
    timing({
      what: `filter keystroke to painted, ${size}`,
      samplesMs: filterMs,
      atMostMs: limits.filterMs,
      peer: besideAgGrid(agGrid.filterMs),
    }),
    timing({
      what: `sort by name, click to painted, ${size}`,
      samplesMs: sortMs,
      atMostMs: null,
      peer: besideAgGrid(agGrid.sortMs),
    }),
    timing({
      what: `cell edit, Enter to painted, ${size}`,
      samplesMs: edits.paintedMs,
      atMostMs: limits.paintedMs,
      peer: besideAgGrid(agGrid.editMs),
    }),
    timing({ what: `cell edit, Enter to Saved, ${size}`, samplesMs: edits.savedMs, atMostMs: limits.savedMs }),
    timing({ what: `review, click to painted, ${size}`, samplesMs: reviewMs, atMostMs: limits.reviewMs }),
    timing({
      what: `scrolling ${distancePx.toLocaleString('en')} px, frame to frame, ${size}`,
      samplesMs: framesMs,
      atMostMs: 20,
    }),
    amount(`frames with blank rows, ${size}`, blankFrames, `of ${framesMs.length}`, 0),
    heapAfter,
  ];
}

const sizeOf = ({ readers }: Limits): string => `${readers.toLocaleString('en')} readers`;

async function everyReaderFigures(campus: BenchCampus, size: string): Promise<Figure[]> {
  const desk = await campus.start();
  await desk.open();
  const { renamingMs, undoingMs } = await renamingEveryReader(desk);
  await desk.app.close();
  return [
    amount(`window held up at most, every reader renamed and saved, ${size}`, renamingMs, 'ms', 100),
    amount(`window held up at most, that undone and saved, ${size}`, undoingMs, 'ms', 100),
  ];
}

async function renderFigures(campus: BenchCampus, size: string): Promise<Figure[]> {
  const desk = await campus.start();
  const { inCell, inFilter, inPage } = await rowRenders(desk);
  await desk.app.close();
  const unit = `of ${inPage} in the page`;
  return [
    amount(`rows rendered for a character in a cell, ${size}`, inCell, unit, 1),
    amount(`rows rendered for a character in the filter, ${size}`, inFilter, unit, null),
  ];
}
