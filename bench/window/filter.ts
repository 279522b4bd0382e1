import type { GridDesk } from './grid-desk.ts';

/** Typed digit by digit and taken back: every key makes the list shorter or longer. The first key meets the whole list. */
const texts = ['1234', '1047', '0912', '1138', '0765'];

/** From each keystroke in the filter to the frame that shows its result, in milliseconds. */
export async function filterKeystrokes(
  { page, filter }: Pick<GridDesk, 'page' | 'filter'>,
  rounds: number,
): Promise<number[]> {
  const samplesMs: number[] = [];
  const press = async (key: string) => {
    await page.evaluate(() => {
      const before = window.bench.rowCount();
      window.bench.fromInput('keydown', () => window.bench.rowCount() !== before);
    });
    await page.keyboard.press(key);
    samplesMs.push(await page.evaluate(() => window.bench.result));
  };
  await filter.click();
  for (let round = 0; round < rounds; round++) {
    const text = texts[round % texts.length] ?? '';
    for (const digit of text) await press(digit);
    for (const _ of text) await press('Backspace');
  }
  return samplesMs;
}
