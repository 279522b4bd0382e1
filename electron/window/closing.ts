import type { WebContents } from 'electron';
import type { Emit } from '../../core/ipc/contract.ts';
import type { Unsaved } from '../../core/unsaved.ts';
import type { SystemEnd } from '../app/system-end.ts';
import { phraseUnsaved } from './phrase-unsaved.ts';
import type { WindowDialog } from './window-dialog.ts';

/** What is looked at of the page that is to be closed. */
export type ClosingPage = Pick<WebContents, 'isCrashed' | 'isDestroyed' | 'isLoadingMainFrame'>;

/** What comes between the wish to close the window and its end: the window saves, and the person is asked where it cannot. */
export interface Closing {
  /** Whether the window may close: all is saved, nothing can be, or the person said so. Never waits for ever by itself. */
  mayClose(page: ClosingPage): Promise<boolean>;
  /** Has the window save what it holds. Answers what it could not save, or null where it does not answer in time. */
  settle(): Promise<readonly Unsaved[] | null>;
  /** Takes the window's answer. */
  settled(answer: { readonly request: number; readonly unsaved: readonly Unsaved[] }): void;
}

interface ClosingNeeds {
  readonly emit: Emit;
  readonly dialog: Pick<WindowDialog, 'showMessageBox'>;
  readonly connectionName: (connectionId: string) => string;
  readonly end: Pick<SystemEnd, 'urgency' | 'onEnd'>;
  /** The window gives up before and says how far it came; a page that takes longer hangs. */
  readonly limitMs?: number;
}

const buttons = ['Keep open', 'Close anyway'];
const [keepOpen, closeAnyway] = [0, 1];

export function createClosing({ emit, dialog, connectionName, end, limitMs = 6_000 }: ClosingNeeds): Closing {
  const waiting = new Map<number, (unsaved: readonly Unsaved[] | null) => void>();
  let requests = 0;

  function settle(): Promise<readonly Unsaved[] | null> {
    requests += 1;
    const request = requests;
    return new Promise((resolve) => {
      const late = setTimeout(() => take(null), limitMs);
      const take = (unsaved: readonly Unsaved[] | null) => {
        clearTimeout(late);
        waiting.delete(request);
        resolve(unsaved);
      };
      waiting.set(request, take);
      emit('settle', { request });
    });
  }

  async function ask(unsaved: readonly Unsaved[] | null): Promise<boolean> {
    const overtaken = new AbortController();
    const stopWatching = end.onEnd(() => overtaken.abort());
    try {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        title: 'Reader Desk',
        ...phraseUnsaved(unsaved, connectionName),
        buttons,
        defaultId: keepOpen,
        cancelId: keepOpen,
        noLink: true,
        signal: overtaken.signal,
      });
      return response === closeAnyway;
    } finally {
      stopWatching();
    }
  }

  return {
    async mayClose(page) {
      // Such a page holds nothing: it has lost it, or has not begun.
      if (page.isDestroyed() || page.isCrashed() || page.isLoadingMainFrame()) return true;
      const unsaved = await settle();
      if (unsaved?.length === 0 || page.isDestroyed() || end.urgency() !== null) return true;
      return (await ask(unsaved)) || end.urgency() !== null;
    },
    settle,
    settled: ({ request, unsaved }) => waiting.get(request)?.(unsaved),
  };
}
