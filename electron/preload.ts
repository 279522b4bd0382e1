import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, callNames, eventChannel, eventNames } from '../core/ipc/names.ts';

/** One call: a function of its own, bound to its channel. Main checks the input. */
function call(noun: string, name: string) {
  const channel = callChannel(noun, name);
  return (...input: [unknown?]) => ipcRenderer.invoke(channel, ...input);
}

/** One subscription: hands on the payload alone, never Electron's event, and answers the function that ends it. */
function subscription(name: string) {
  const channel = eventChannel(name);
  return (listener: (payload: unknown) => void) => {
    const relay = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on(channel, relay);
    return () => {
      ipcRenderer.removeListener(channel, relay);
    };
  };
}

const nouns = Object.entries(callNames).map(
  ([noun, names]) => [noun, Object.fromEntries(names.map((name) => [name, call(noun, name)]))] as const,
);

// The window types this as `ReaderDeskApi`; both sides derive from the same names.
contextBridge.exposeInMainWorld('readerDesk', {
  ...Object.fromEntries(nouns),
  on: Object.fromEntries(eventNames.map((name) => [name, subscription(name)])),
});
