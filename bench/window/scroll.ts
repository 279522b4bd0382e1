import type { Locator, Page } from '@playwright/test';
import { scrollDown } from './scroll-gesture.ts';

export interface Scrolling {
  /** Time from frame to frame while the grid was moving, in milliseconds. */
  readonly framesMs: readonly number[];
  /** Frames in which a strip of the grid in view, of a row's height or more, had no row. */
  readonly blankFrames: number;
  readonly distancePx: number;
}

/** Some 500 px from frame to frame: more than the rows that are kept ready beyond the edge, so that a late row shows. */
const pxPerSecond = 30_000;

/** Scrolls the grid as a person does, through the browser's own scrolling, and looks at every frame. */
export async function scrolling(
  { page, grid }: { readonly page: Page; readonly grid: Locator },
  distancePx: number,
): Promise<Scrolling> {
  await grid.evaluate(watchFrames);
  await scrollDown(page, grid.locator('..'), { distancePx, pxPerSecond });
  return page.evaluate(() => window.benchFrames());
}

declare global {
  interface Window {
    benchFrames: () => Scrolling;
  }
}

/** Runs inside the page, as text. */
function watchFrames(grid: Element): void {
  const scroller = grid.parentElement;
  if (!scroller) throw new Error('The grid is nowhere in the page.');
  const framesMs: number[] = [];
  let blankFrames = 0;
  let lastTop = scroller.scrollTop;
  const startTop = lastTop;
  let lastFrameAt: number | null = null;
  let watching = true;

  /** Whether rows cover everything below the head without a gap as high as a row. */
  const isCovered = () => {
    const view = scroller.getBoundingClientRect();
    const boxes = [...grid.querySelectorAll('[role="row"]')]
      .map((row) => row.getBoundingClientRect())
      .filter(({ bottom, top }) => bottom > view.top && top < view.bottom)
      .sort((a, b) => a.top - b.top);
    const rowHeight = boxes[0]?.height ?? 0;
    let covered = view.top;
    for (const { top, bottom } of boxes) {
      if (top - covered >= rowHeight) return false;
      covered = Math.max(covered, bottom);
    }
    return boxes.length > 0 && view.bottom - covered < rowHeight;
  };

  const frame = (now: number) => {
    if (!watching) return;
    const top = scroller.scrollTop;
    const isMoving = top !== lastTop;
    if (isMoving && lastFrameAt !== null) {
      framesMs.push(now - lastFrameAt);
      if (!isCovered()) blankFrames += 1;
    }
    lastTop = top;
    lastFrameAt = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  window.benchFrames = () => {
    watching = false;
    return { framesMs, blankFrames, distancePx: scroller.scrollTop - startTop };
  };
}
