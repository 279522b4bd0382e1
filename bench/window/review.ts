import type { BenchDesk } from './bench-desk.ts';

/** From the click on *Review and push* to the frame with the table of changes, in milliseconds; again and again. */
export async function reviewOpenings({ page, readers, desk }: BenchDesk, times: number): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let time = 0; time < times; time++) {
    await page.evaluate(() => {
      const table = () => document.querySelector('[role="table"][aria-label="Changes"], table[aria-label="Changes"]');
      window.bench.fromInput('click', () => (table()?.querySelectorAll('[role="row"], tr').length ?? 0) > 1);
    });
    const review = await readers.review();
    samplesMs.push(await page.evaluate(() => window.bench.result));
    await review.changes.waitFor();
    await desk.goToReaders();
    await readers.grid.waitFor();
  }
  return samplesMs;
}
