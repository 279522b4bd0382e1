import type { MessageBoxOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { Emit, Events } from '../../core/ipc/contract.ts';
import type { Unsaved } from '../../core/unsaved.ts';
import type { SystemEnd } from '../app/system-end.ts';
import { createClosing } from './closing.ts';

const edit: Unsaved = { connectionId: 'a', of: 'draft', edits: 2, reason: 'The disk is full. Free some space.' };
const page = { isCrashed: () => false, isDestroyed: () => false, isLoadingMainFrame: () => false };

/** A window that answers what is not saved, or nothing (null); and a person who presses a button. */
function closing({
  unsaved,
  press = 'Keep open',
}: {
  readonly unsaved: readonly Unsaved[] | null;
  readonly press?: 'Keep open' | 'Close anyway' | null;
}) {
  const asked: MessageBoxOptions[] = [];
  const listeners = new Set<() => void>();
  let urgency: ReturnType<SystemEnd['urgency']> = null;
  const emit = vi.fn((name: string, payload: unknown) => {
    if (name !== 'settle' || unsaved === null) return;
    const { request } = payload as Events['settle'];
    void Promise.resolve().then(() => created.settled({ request, unsaved }));
  });
  const created = createClosing({
    emit: emit as Emit,
    dialog: {
      async showMessageBox(options) {
        asked.push(options);
        const { buttons = [], cancelId = -1, signal } = options;
        const response = press
          ? buttons.indexOf(press)
          : await new Promise<number>((resolve) => signal?.addEventListener('abort', () => resolve(cancelId)));
        return { response, checkboxChecked: false };
      },
    },
    connectionName: () => 'Harbor Campus',
    end: {
      urgency: () => urgency,
      onEnd(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    limitMs: 20,
  });
  const end = (how: 'soon' | 'now') => {
    urgency = how;
    for (const listener of listeners) listener();
  };
  return { ...created, asked, emit, end, listeners };
}

describe('mayClose', () => {
  it('closes without a word once all is saved', async () => {
    const { mayClose, asked, emit } = closing({ unsaved: [] });
    expect(await mayClose(page)).toBe(true);
    expect(emit).toHaveBeenCalledTimes(1);
    expect(asked).toEqual([]);
  });

  it.each([
    ['Keep open', false],
    ['Close anyway', true],
  ] as const)('asks about what is not saved, and follows %s', async (press, closes) => {
    const { mayClose, asked, listeners } = closing({ unsaved: [edit], press });
    expect(await mayClose(page)).toBe(closes);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ message: '2 edits are not saved', defaultId: 0, cancelId: 0 });
    expect(asked[0]?.buttons?.[0]).toBe('Keep open');
    expect(listeners.size).toBe(0);
  });

  it('asks about a window that hangs, which can be closed all the same', async () => {
    const { mayClose, asked } = closing({ unsaved: null, press: 'Close anyway' });
    expect(await mayClose(page)).toBe(true);
    expect(asked[0]?.message).toBe('The window does not answer');
  });

  it.each(['isCrashed', 'isDestroyed', 'isLoadingMainFrame'])('asks no page of which %s is true', async (state) => {
    const { mayClose, emit } = closing({ unsaved: [edit] });
    expect(await mayClose({ ...page, [state]: () => true })).toBe(true);
    expect(emit).not.toHaveBeenCalled();
  });

  it('asks nobody where the system ends the app, and takes a question back', async () => {
    const unasked = closing({ unsaved: [edit] });
    unasked.end('soon');
    expect(await unasked.mayClose(page)).toBe(true);
    expect(unasked.asked).toEqual([]);

    const open = closing({ unsaved: [edit], press: null });
    const may = open.mayClose(page);
    await vi.waitFor(() => expect(open.asked).toHaveLength(1));
    open.end('soon');
    expect(await may).toBe(true);
  });

  it('takes no answer to another question', async () => {
    const { mayClose, settled, asked } = closing({ unsaved: null });
    const may = mayClose(page);
    settled({ request: 99, unsaved: [] });
    expect(await may).toBe(false);
    expect(asked).toHaveLength(1);
  });
});
