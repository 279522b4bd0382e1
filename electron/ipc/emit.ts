import type { WebContents } from 'electron';
import type { Emit } from '../../core/ipc/contract.ts';
import { eventChannel } from '../../core/ipc/names.ts';

/** Tells the window in `current` something; without a window (macOS keeps the app alive) there is nobody to tell. */
export function createEmit(current: () => Pick<WebContents, 'send' | 'isDestroyed'> | null): Emit {
  return (name, payload) => {
    const contents = current();
    if (contents && !contents.isDestroyed()) contents.send(eventChannel(name), payload);
  };
}
