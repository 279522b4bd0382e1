import type { Page } from '@playwright/test';
import type { PlanDesk } from './plan-desk.ts';

interface Assignments {
  /** From a keystroke in the multi-select's filter to the frame with its result. */
  readonly filterMs: readonly number[];
  /** From *Space* on a reader to the frame with its tick, and to *Saved*. */
  readonly paintedMs: readonly number[];
  readonly savedMs: readonly number[];
}

/** From the click on *Readers for <camera>* to the frame with the readers, camera after camera. */
export async function pickerOpenings({ page, plan }: PlanDesk, times: number): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let time = 0; time < times; time++) {
    await page.evaluate(() => {
      window.bench.fromInput('click', () => document.querySelector('[role="listbox"] [role="option"]') !== null);
    });
    await openPicker(plan, time);
    samplesMs.push(await page.evaluate(() => window.bench.result));
    await page.keyboard.press('Escape');
    await plan.picker.waitFor({ state: 'hidden' });
  }
  return samplesMs;
}

/** Readers chosen and taken back in one camera's multi-select, and its filter typed in, by keyboard. */
export async function assignments({ page, plan, desk }: PlanDesk, times: number): Promise<Assignments> {
  const paintedMs: number[] = [];
  const savedMs: number[] = [];
  await openPicker(plan, 0);
  const filterMs = await typeInPicker(page);
  await page.keyboard.press('ArrowDown');
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() => {
      const isChosen = () => {
        const current = document.querySelector('[role="listbox"]')?.getAttribute('aria-activedescendant');
        return document.getElementById(current ?? '')?.getAttribute('aria-selected');
      };
      const before = isChosen();
      window.bench.untilSaved('keydown');
      window.bench.fromInput('keydown', () => isChosen() !== before);
    });
    await page.keyboard.press(' ');
    paintedMs.push(await page.evaluate(() => window.bench.result));
    savedMs.push(await page.evaluate(() => window.bench.saved));
    await desk.saved.waitFor();
  }
  await page.keyboard.press('Escape');
  await plan.picker.waitFor({ state: 'hidden' });
  return { filterMs, paintedMs, savedMs };
}

async function openPicker(plan: PlanDesk['plan'], row: number): Promise<void> {
  await plan.grid
    .getByRole('button', { name: /^Readers for / })
    .nth(row)
    .click();
  await plan.picker.waitFor();
}

/** Every key makes the list shorter or longer. */
async function typeInPicker(page: Page): Promise<number[]> {
  const samplesMs: number[] = [];
  for (const key of [...'1047', ...'1047'.split('').map(() => 'Backspace'), ...'91', 'Backspace', 'Backspace']) {
    await page.evaluate(() => {
      const length = () => document.querySelector('[role="listbox"] [role="option"]')?.getAttribute('aria-setsize');
      const before = length();
      window.bench.fromInput('keydown', () => length() !== before);
    });
    await page.keyboard.press(key);
    samplesMs.push(await page.evaluate(() => window.bench.result));
  }
  return samplesMs;
}
