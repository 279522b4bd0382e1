import type { GridDesk } from './grid-desk.ts';

/** From each click on the head of *Name* to the frame that shows the list in another order, in milliseconds. */
export async function sortings({ page, nameHead }: GridDesk, times: number): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let time = 0; time < times; time++) {
    await page.evaluate(() => {
      const order = () =>
        window.bench
          .rows()
          .map((row) => row.textContent)
          .join();
      const before = order();
      window.bench.fromInput('click', () => order() !== before);
    });
    await nameHead.click();
    samplesMs.push(await page.evaluate(() => window.bench.result));
  }
  return samplesMs;
}
