import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import type { Listener } from './emitter.ts';
import { type Likeness, only } from './only.ts';
import type { FrameInfo, WebContents } from './web-contents.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const listeners = new EventEmitter();

export const ipcMain = only('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler(channel: string): void {
    handlers.delete(channel);
  },
  on(channel: string, listener: Listener): void {
    listeners.on(channel, listener);
  },
} satisfies Likeness<IpcMain, 'handle' | 'on'>);

/** Runs the handler of a channel; a throw reaches the window in Electron's words. */
export async function invoke(
  sender: WebContents,
  frame: FrameInfo,
  channel: string,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`);
  const { event, leave } = senderEvent(sender, frame);
  try {
    const answer = handler(event, ...args);
    leave();
    return await answer;
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}

export function emitFromWindow(sender: WebContents, frame: FrameInfo, channel: string, args: unknown[]): void {
  const { event, leave } = senderEvent(sender, frame);
  listeners.emit(channel, event, ...args);
  leave();
}

/** After the handler's first await Electron may have lost the frame; here it always has, so that nobody relies on it. */
function senderEvent(sender: WebContents, frame: FrameInfo) {
  let senderFrame: FrameInfo | null = frame;
  const event = only('IpcMainEvent', {
    type: 'frame' as const,
    sender,
    processId: 1,
    frameId: 1,
    get senderFrame() {
      return senderFrame;
    },
  });
  return {
    event,
    leave: () => {
      senderFrame = null;
    },
  };
}
