import type { PlanDesk } from './plan-desk.ts';

/** From the click on *Worksheet* to the frame with its first lines, again and again. */
export async function worksheetOpenings({ page, plan }: PlanDesk, times: number): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let time = 0; time < times; time++) {
    await plan.showPlan();
    await plan.grid.waitFor();
    await page.evaluate(() => {
      window.bench.fromInput('click', () => document.querySelector('ul[aria-label="Worksheet"] li') !== null);
    });
    await plan.showWorksheet();
    samplesMs.push(await page.evaluate(() => window.bench.result));
  }
  return samplesMs;
}

/** From the click on a camera's box to the frame that shows it ticked: main has it on disk by then. */
export async function worksheetTicks({ page, plan }: PlanDesk, times: number): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let time = 0; time < times; time++) {
    const box = plan.worksheet.getByRole('checkbox', { checked: false }).first();
    await page.evaluate(() => {
      const ticked = () => document.querySelectorAll('ul[aria-label="Worksheet"] input:checked').length;
      const before = ticked();
      window.bench.fromInput('click', () => ticked() !== before);
    });
    await box.click();
    samplesMs.push(await page.evaluate(() => window.bench.result));
  }
  return samplesMs;
}
