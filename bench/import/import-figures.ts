import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Papa from 'papaparse';
import { firstChoices } from '../../core/import/import-comparison.ts';
import { asDetected, type ImportTable } from '../../core/import/import-table.ts';
import { createOpenImportProcess, type ImportProcess } from '../../electron/import/import-process.ts';
import { xlsxBytes } from '../../electron/spreadsheet/xlsx-bytes.ts';
import { startForked } from '../../electron/testing/fork-program.ts';
import { accepted } from '../measure/accepted.ts';
import { amount, type Figure, timing } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { short } from '../measure/samples.ts';
import { inScratchFolder } from '../measure/scratch-folder.ts';
import { timeOnce } from '../measure/stopwatch.ts';
import { exportedDoors, knownDoors } from './exported-doors.ts';
import { importInWindow } from './import-window.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const largest = 100_000;
/** A row may cost this much more in the longest file than in the shortest. Quadratic is 100. */
const linearUpTo = 3;

const choices = { ...firstChoices, mode: 'replace', leaveOutErrors: true, repairs: [] } as const;
const columns = (header: readonly string[]) => header.map((title) => ({ title, width: 20 }));
const rowsText = (rows: number) => `${rows.toLocaleString('en')} rows`;

/** The process that main starts for a file, as it is built. */
const openProcess = createOpenImportProcess(startForked, {
  program: new URL('../main/import-program.js', import.meta.url),
  worker: new URL('../main/import-worker.js', import.meta.url),
});

/** Reading a file to its preview through its process, beside a plain parse in place, and comparing it with the list. */
export async function* importFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const times = isQuick ? 3 : 10;
  yield* await inScratchFolder(async (folder) => {
    const taken: Figure[] = [];
    const perRowMs: number[] = [];
    for (const rows of sizes) {
      const path = join(folder, `${rows}.csv`);
      await writeFile(path, exportedDoors(rows).text);
      const opening = await sampled(times, () => toPreview(path));
      const peer = await sampled(times, async () => Papa.parse(await readFile(path, 'utf8')));
      taken.push(
        timing({
          what: `CSV to preview, ${rowsText(rows)}`,
          samplesMs: opening,
          atMostMs: rows === largest ? 1_000 : null,
          peer: { name: 'papaparse’s plain parse, which blocks', samplesMs: peer },
        }),
      );
      perRowMs.push(Math.min(...(await readingAgain(path, times))) / rows);
      if (rows === largest) taken.push(...(await comparing(path, times)));
    }
    taken.push(growth(perRowMs), await workbook(folder));
    return taken;
  });
  yield* await inScratchFolder((folder) => importInWindow(folder, isQuick ? 10_000 : largest));
}

async function sampled(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let taken = 0; taken < times; taken += 1) samplesMs.push(await timeOnce(work));
  return samplesMs;
}

/** From the choice of a file to what the window is shown, the process's start included. */
async function toPreview(path: string): Promise<ImportTable> {
  const process = openProcess(path, 'readers', () => {});
  const table = accepted(await process.read(asDetected));
  process.close();
  return table;
}

/** Reading in a process that runs already, where the start-up does not hide how the work grows. */
async function readingAgain(path: string, times: number): Promise<number[]> {
  return withFile(path, (process) => sampled(times, async () => accepted(await process.read(asDetected))));
}

async function comparing(path: string, times: number): Promise<Figure[]> {
  return withFile(path, async (process, { mapping }) => {
    const known = knownDoors(largest);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const samplesMs = await sampled(times, async () => {
      accepted(await process.read(asDetected));
      accepted(await process.compare(mapping, choices, known));
    });
    delay.disable();
    const alone = await sampled(times, async () => accepted(await process.compare(mapping, choices, known)));
    const list = `${rowsText(largest)} with a list as long`;
    return [
      timing({ what: `compare ${list}`, samplesMs: alone, atMostMs: null }),
      timing({ what: `read again and compare ${list}`, samplesMs, atMostMs: null }),
      amount('longest hold-up of main meanwhile', delay.max / 1e6, 'ms', 100),
    ];
  });
}

async function withFile<T>(path: string, work: (process: ImportProcess, table: ImportTable) => Promise<T>): Promise<T> {
  const process = openProcess(path, 'readers', () => {});
  try {
    return await work(process, accepted(await process.read(asDetected)));
  } finally {
    process.close();
  }
}

async function workbook(folder: string): Promise<Figure> {
  const path = join(folder, 'doors.xlsx');
  const { header, rows } = exportedDoors(largest);
  await writeFile(path, await xlsxBytes({ sheetName: 'Doors', columns: columns(header), rows }));
  const samplesMs = await sampled(3, () => toPreview(path));
  return timing({ what: `XLSX to preview, ${rowsText(largest)}`, samplesMs, atMostMs: 1_500 });
}

function growth(perRowMs: readonly number[]): Figure {
  const ratio = (perRowMs.at(-1) ?? Number.NaN) / (perRowMs[0] ?? Number.NaN);
  return {
    what: 'growth of reading a CSV: time per row at 100,000 beside 1,000 rows',
    target: `≤ ${linearUpTo} ×`,
    measured: `${short(ratio)} ×`,
    peer: null,
    isMet: ratio <= linearUpTo,
  };
}
