import type { Page } from '@playwright/test';
import type { BenchDesk } from './bench-desk.ts';

/** How many rows React rendered for one character typed, and how many rows the page has. */
export interface RowRenders {
  readonly inCell: number;
  readonly inFilter: number;
  readonly inPage: number;
}

/** The part of React's internal tree that its developer tools read, too. */
interface Fiber {
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly flags: number;
  readonly tag: number;
  readonly memoizedProps: unknown;
}

declare global {
  interface Window {
    benchRowRenders: number;
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: unknown;
  }
}

/** Counts with a listener at React's commits, which costs time: for an app that is not timed. Loads its page again. */
export async function rowRenders({ page, readers, list, open }: BenchDesk): Promise<RowRenders> {
  await page.addInitScript(listenToReact);
  await page.reload();
  await open();
  const inPage = await page.evaluate(() => window.bench.rows().length);
  if ((await rendersSince(page)) < inPage) throw new Error('React rendered rows that were not counted.');

  await readers.nameCell(list[0]?.id ?? '').dblclick();
  await readers.grid.getByRole('textbox').fill('Front doo');
  await rendersSince(page);
  await typeAndPaint(page, 'r');
  const inCell = await rendersSince(page);

  await page.keyboard.press('Escape');
  await readers.filter.click();
  await rendersSince(page);
  await typeAndPaint(page, '1');
  return { inCell, inFilter: await rendersSince(page), inPage };
}

async function typeAndPaint(page: Page, key: string): Promise<void> {
  await page.evaluate(() => window.bench.fromInput('keydown', () => true));
  await page.keyboard.press(key);
  await page.evaluate(() => window.bench.result);
}

/** Rows rendered since the last time this was asked. */
function rendersSince(page: Page): Promise<number> {
  return page.evaluate(() => {
    const renders = window.benchRowRenders;
    window.benchRowRenders = 0;
    return renders;
  });
}

/** Runs inside the page before React, as text. */
function listenToReact(): void {
  // React's numbers: a function component, the same inside `memo`, and the mark of one that was called.
  const functionComponents = [0, 15];
  const performedWork = 1;
  window.benchRowRenders = 0;

  /** Production builds have no component names; only rows are told how far down they are. */
  const isRow = ({ tag, memoizedProps: props }: Fiber) =>
    functionComponents.includes(tag) && typeof props === 'object' && props !== null && 'topPx' in props;

  const visit = (fiber: Fiber): void => {
    const before = fiber.alternate;
    const wasCalled = before === null || (fiber.flags & performedWork) !== 0;
    if (wasCalled && isRow(fiber)) window.benchRowRenders += 1;
    // What React left alone as a whole still has its former children.
    if (before && fiber.child === before.child) return;
    for (let child = fiber.child; child; child = child.sibling) visit(child);
  };

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: (_renderer: number, { current }: { readonly current: Fiber }) => visit(current),
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
  };
}
