/** What the benchmarks put into the page as `window.bench`. Times are in milliseconds. */
export interface PageProbe {
  /**
   * Waits for the next input of a type and then for `isShown`; `result` is the time from the input to the end of the frame
   * that shows it.
   */
  fromInput(type: 'keydown' | 'click', isShown: () => boolean): void;
  /** Notes when the status line says *Saved* after it said *Saving…*, counted from the next input. */
  untilSaved(type: 'keydown'): void;
  result: Promise<number>;
  saved: Promise<number>;
  /** The grid's rows that are in the page, without its head. */
  rows(): Element[];
  rowCount(): number;
}

declare global {
  interface Window {
    bench: PageProbe;
  }
}

/** Runs inside the page, as text: it may use nothing but the page and the selector of the grid to look at. */
export function installProbe(gridSelector: string): void {
  const grid = () => document.querySelector(gridSelector);
  const rows = () => [...(grid()?.querySelectorAll('[role="row"]:not([aria-rowindex="1"])') ?? [])];
  const statusLine = () => document.querySelector('[role="status"][aria-label="Status line"]');

  /** The end of the frame that is being made: a message sent now arrives once it is painted. */
  const frameEnd = () =>
    new Promise<number>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });

  const firstInput = (type: string) =>
    new Promise<number>((resolve) => {
      window.addEventListener(type, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });

  const shown = (isShown: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => (isShown() ? void frameEnd().then(resolve) : void requestAnimationFrame(look));
      requestAnimationFrame(look);
    });

  const saved = () =>
    new Promise<number>((resolve) => {
      const line = statusLine();
      if (!line) throw new Error('There is no status line.');
      let wasSaving = false;
      const watcher = new MutationObserver(() => {
        const text = line.textContent ?? '';
        wasSaving ||= text.includes('Saving…');
        if (!wasSaving || text.includes('Saving…') || !text.includes('Saved')) return;
        watcher.disconnect();
        resolve(performance.now());
      });
      watcher.observe(line, { childList: true, characterData: true, subtree: true });
    });

  window.bench = {
    result: Promise.resolve(0),
    saved: Promise.resolve(0),
    rows,
    rowCount: () => Number(grid()?.getAttribute('aria-rowcount') ?? 0) - 1,
    fromInput(type, isShown) {
      this.result = firstInput(type).then(async (startedAt) => (await shown(isShown)) - startedAt);
    },
    untilSaved(type) {
      const done = saved();
      this.saved = firstInput(type).then(async (startedAt) => (await done) - startedAt);
    },
  };
}
