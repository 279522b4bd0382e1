import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConnectionsPage } from '../../e2e/pages/connections-page.ts';
import { amount, type Figure, timing } from '../measure/figure.ts';
import { benchConnection, benchToken, makeCampus } from './bench-desk.ts';
import { framesWhile } from './every-frame.ts';
import { heapMegabytes } from './heap.ts';
import { scrollDown } from './scroll-gesture.ts';

/** What a server nearby takes to answer to an event. */
const latencyMs = 20;
const atOnce = 8;
/** The results are scrolled so far, so fast, while the frames are looked at: ten seconds of reading along. */
const distancePx = 20_000;
const pxPerSecond = 2_000;
const watchedMs = 10_000;

/** The window while a sweep of so many readers runs in it, watched and its results scrolled, beside the same with the sweep paused. */
export async function sweepFrames(folder: string, readers: number): Promise<Figure[]> {
  const userDataDir = join(folder, 'data');
  await mkdir(userDataDir);
  const campus = await makeCampus(userDataDir, readers, [{ kind: 'latency', ms: latencyMs, call: 'webhooks' }]);
  const size = `${readers.toLocaleString('en')} readers`;
  try {
    const { app, desk, page } = await campus.start();
    const connections = new ConnectionsPage(desk);
    // Without a keyring the token was kept for the session only.
    await connections.replaceToken(benchConnection, benchToken);
    await connections.open(benchConnection);
    const sweeps = await desk.goToCommissioning();
    await sweeps.chooseReaders();
    await sweeps.takeReaders('All readers in Camio');
    await sweeps.setEventsAtOnce(atOnce);
    await sweeps.start(readers);
    await sweeps.results.getByText('Accepted').first().waitFor();
    const watching = await framesWhile(page, () => wait(watchedMs));
    const scrolling = () => scrollDown(page, sweeps.results.locator('../..'), { distancePx, pxPerSecond });
    const running = await framesWhile(page, scrolling);
    const heap = await heapMegabytes(page);
    await sweeps.press('Pause');
    await sweeps.state('Paused').waitFor();
    const paused = await framesWhile(page, scrolling);
    await app.close();
    return [
      timing({ what: `frame to frame while a sweep runs and is watched, ${size}`, samplesMs: watching, atMostMs: 20 }),
      timing({
        what: `frame to frame while a sweep runs and its results are scrolled, ${size}`,
        samplesMs: running,
        atMostMs: 20,
        peer: { name: 'the same page with the sweep paused', samplesMs: paused },
      }),
      amount(`renderer heap while a sweep runs, ${size}`, heap, 'MB', 150),
    ];
  } finally {
    await campus.close();
  }
}
