/** What the benchmarks put into the page as `window.bench`. Times are in milliseconds. */
export interface PageProbe {
  /**
   * Waits for the next input of a type and then for `isShown`; `result` is the time from the input to the end of the frame
   * that shows it.
   */
  fromInput(type: 'keydown' | 'click', isShown: () => boolean): void;
  /** Notes when the status line says *Saved* after it said *Saving…*, counted from the next input. */
  untilSaved(type: 'keydown'): void;
  /** Counts, until `rowsTouched` is read, the row elements of the grid in which anything changes. */
  watchRows(): void;
  rowsTouched(): { readonly touched: number; readonly inPage: number };
  result: Promise<number>;
  saved: Promise<number>;
  rows(): Element[];
  rowCount(): number;
}

declare global {
  interface Window {
    bench: PageProbe;
  }
}

/** Runs inside the page, as text: it may use nothing but the page. */
export function installProbe(): void {
  const grid = () => document.querySelector('[role="grid"][aria-label="Readers"]');
  const rows = () => [...(grid()?.querySelectorAll('[role="row"][data-index]') ?? [])];
  const statusLine = () => document.querySelector('[role="status"][aria-label="Status line"]');
  let touched = new Set<Element>();
  let observer: MutationObserver | null = null;

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
    watchRows() {
      const target = grid();
      if (!target) throw new Error('There is no grid of readers.');
      touched = new Set();
      observer = new MutationObserver((records) => {
        for (const { target: changed, addedNodes, removedNodes } of records) {
          const element = changed instanceof Element ? changed : changed.parentElement;
          const row = element?.closest('[role="row"]');
          if (row) touched.add(row);
          for (const node of [...addedNodes, ...removedNodes]) {
            if (node instanceof Element && node.matches('[role="row"]')) touched.add(node);
          }
        }
      });
      observer.observe(target, { attributes: true, childList: true, characterData: true, subtree: true });
    },
    rowsTouched() {
      observer?.disconnect();
      return { touched: touched.size, inPage: rows().length };
    },
  };
}
