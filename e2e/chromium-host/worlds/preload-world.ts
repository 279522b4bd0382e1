import type { deflated as Deflated, inflated as Inflated, inOrder as InOrder } from './long-text.ts';
import type { FromPage, FromPreload } from './page-world.ts';
import type { pack as Pack, Packed, unpack as Unpack } from './plain-data.ts';

/** What the window's preload tells main, through the DevTools binding that only its world has. */
export type ToMain =
  | { readonly kind: 'invoke'; readonly call: number; readonly channel: string; readonly args: Packed }
  | { readonly kind: 'send'; readonly channel: string; readonly args: Packed }
  | { readonly kind: 'bounds'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'hello' };

/** What main tells the window's preload. */
export type ToPreload =
  | { readonly kind: 'answered'; readonly call: number; readonly value: Packed }
  | { readonly kind: 'failed'; readonly call: number; readonly message: string }
  | { readonly kind: 'accelerators'; readonly combinations: readonly string[] }
  | { readonly kind: 'event'; readonly channel: string; readonly args: Packed };

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/**
 * Runs in a world of its own, before any script of the page (sent as source text, so it uses nothing but its
 * parameters): gives the preload its `require('electron')` with contextBridge and ipcRenderer, and runs it.
 */
export function preloadWorld(
  names: {
    readonly secret: string;
    readonly binding: string;
    readonly deliver: string;
    readonly deflatedMark: string;
    readonly longCharacters: number;
  },
  pack: typeof Pack,
  unpack: typeof Unpack,
  deflated: typeof Deflated,
  inflated: typeof Inflated,
  inOrder: typeof InOrder,
  preload: Preload,
): void {
  // As in Electron, a preload runs in the main frame only.
  if (window.top !== window) return;
  const own = globalThis as unknown as Record<string, (text: string) => void>;
  const send = inOrder(
    (text) =>
      text.length < names.longCharacters ? null : deflated(text).then((packed) => names.deflatedMark + packed),
    (text) => own[names.binding]?.(text),
  );
  const tellMain = (message: ToMain) => send(JSON.stringify(message));

  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let lastCall = 0;
  let accelerators: readonly string[] = [];
  const take = (text: string): void => {
    const message: ToPreload = JSON.parse(text);
    if (message.kind === 'accelerators') {
      accelerators = message.combinations;
      return;
    }
    if (message.kind === 'event') {
      const args = unpack(message.args) as unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...args);
      return;
    }
    const waiting = calls.get(message.call);
    calls.delete(message.call);
    if (message.kind === 'answered') waiting?.resolve(unpack(message.value));
    else waiting?.reject(new Error(message.message));
  };
  own[names.deliver] = inOrder(
    (text) => (text.startsWith(names.deflatedMark) ? inflated(text.slice(names.deflatedMark.length)) : null),
    take,
  );
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      lastCall += 1;
      const call = lastCall;
      tellMain({ kind: 'invoke', call, channel, args: pack(args) });
      return new Promise((resolve, reject) => calls.set(call, { resolve, reject }));
    },
    send(channel: string, ...args: unknown[]): void {
      tellMain({ kind: 'send', channel, args: pack(args) });
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      return ipcRenderer.off(channel, listener);
    },
  };

  const exposed: ((...args: unknown[]) => unknown)[] = [];
  const tellPage = (message: FromPreload) =>
    document.dispatchEvent(new CustomEvent(`${names.secret} from preload`, { detail: message }));
  const idOf = (value: object) => exposed.push(value as (...args: unknown[]) => unknown) - 1;
  const functionFor = (listener: number) => {
    return (...args: unknown[]): void => {
      tellPage({ kind: 'listener', listener, args: pack(args, idOf) });
    };
  };
  const returned = (call: number, value: unknown) => tellPage({ kind: 'returned', call, value: pack(value, idOf) });
  const threw = (call: number, error: unknown) =>
    tellPage({ kind: 'threw', call, message: error instanceof Error ? error.message : String(error) });
  document.addEventListener(`${names.secret} from page`, (event) => {
    const message: FromPage = (event as CustomEvent<FromPage>).detail;
    try {
      const value = exposed[message.function]?.(...(unpack(message.args, functionFor) as unknown[]));
      if (!(value instanceof Promise)) {
        returned(message.call, value);
        return;
      }
      value.then((settled) => returned(message.call, settled)).catch((error) => threw(message.call, error));
    } catch (error) {
      threw(message.call, error);
    }
  });
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => tellPage({ kind: 'expose', key, api: pack(api, idOf) }),
  };

  tellMain({ kind: 'hello' });
  const tellBounds = () => tellMain({ kind: 'bounds', x: screenX, y: screenY, width: outerWidth, height: outerHeight });
  addEventListener('resize', tellBounds);

  // The page comes first, as it does in Electron; what it leaves alone may be the menu's.
  addEventListener('keydown', (event) => {
    const held = { ctrl: event.ctrlKey, meta: event.metaKey, alt: event.altKey, shift: event.shiftKey };
    const names = Object.entries(held).flatMap(([name, down]) => (down ? [name] : []));
    const keys = [...names, event.key.toLowerCase()].join('+');
    if (event.defaultPrevented || !accelerators.includes(keys)) return;
    event.preventDefault();
    tellMain({ kind: 'keys', keys });
  });

  const electron = { contextBridge, ipcRenderer };
  const module = { exports: {} };
  preload(
    (name) => {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      throw new Error(`module not found: ${name} (a sandboxed preload can only require 'electron')`);
    },
    module,
    module.exports,
  );
}
