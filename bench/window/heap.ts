import type { Page } from '@playwright/test';

const bytesPerMegabyte = 1_000_000;

/** What the page's JavaScript holds on to, in MB, after a collection. */
export async function heapMegabytes(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / bytesPerMegabyte;
}
