import type { Locator, Page } from '@playwright/test';

/** Scrolls what stands in `frame` down as a person does, through the browser's own scrolling. */
export async function scrollDown(
  page: Page,
  frame: Locator,
  { distancePx, pxPerSecond }: { readonly distancePx: number; readonly pxPerSecond: number },
): Promise<void> {
  const box = await frame.boundingBox();
  if (!box) throw new Error('What is to be scrolled is not in view.');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -distancePx,
    speed: pxPerSecond,
    gestureSourceType: 'mouse',
  });
  await cdp.detach();
}
