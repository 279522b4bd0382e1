import type { Page } from '@playwright/test';

/** Times from frame to frame, in milliseconds, while something else is done. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(watchEveryFrame);
  await work();
  return page.evaluate(() => window.benchEveryFrame());
}

declare global {
  interface Window {
    benchEveryFrame: () => readonly number[];
  }
}

/** Runs inside the page, as text. */
function watchEveryFrame(): void {
  const framesMs: number[] = [];
  let lastAt: number | null = null;
  let watching = true;
  const frame = (now: number) => {
    if (!watching) return;
    if (lastAt !== null) framesMs.push(now - lastAt);
    lastAt = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.benchEveryFrame = () => {
    watching = false;
    return framesMs;
  };
}
