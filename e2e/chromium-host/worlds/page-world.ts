import type { pack as Pack, Packed, unpack as Unpack } from './plain-data.ts';

/** What the page's half asks of the preload's half: to call one of the functions it exposed. */
export interface FromPage {
  readonly call: number;
  readonly function: number;
  readonly args: Packed;
}

/** What the preload's half tells the page's half. */
export type FromPreload =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Packed }
  | { readonly kind: 'returned'; readonly call: number; readonly value: Packed }
  | { readonly kind: 'threw'; readonly call: number; readonly message: string }
  | { readonly kind: 'listener'; readonly listener: number; readonly args: Packed };

/**
 * Runs in the page before any script of its own (sent as source text, so it uses nothing but its parameters): the page's
 * half of contextBridge. Both halves talk through events whose name only they know; an event is delivered at once, so
 * a function of the bridge can return a value.
 */
export function pageWorld(secret: string, pack: typeof Pack, unpack: typeof Unpack): void {
  if (window.top !== window) return;
  const room = document;
  const dispatch = room.dispatchEvent.bind(room);
  const NewEvent = CustomEvent;
  const functions = new Map<object, number>();
  const listeners = new Map<number, (...args: unknown[]) => unknown>();
  const answers = new Map<number, FromPreload>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;

  const idOf = (value: object): number => {
    const id = functions.get(value) ?? functions.size + 1;
    functions.set(value, id);
    listeners.set(id, value as (...args: unknown[]) => unknown);
    return id;
  };
  const functionFor = (id: number) => {
    return (...args: unknown[]): unknown => {
      calls += 1;
      const call = calls;
      const message: FromPage = { call, function: id, args: pack(args, idOf) };
      dispatch(new NewEvent(`${secret} from page`, { detail: message }));
      const answer = answers.get(call);
      answers.delete(call);
      if (answer?.kind === 'returned') return unpack(answer.value, functionFor);
      if (answer?.kind === 'threw') throw new Error(answer.message);
      return new Promise((resolve, reject) => promises.set(call, { resolve, reject }));
    };
  };
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    for (const member of Object.values(value)) freeze(member);
    return Object.freeze(value);
  };

  room.addEventListener(`${secret} from preload`, (event) => {
    const message: FromPreload = (event as CustomEvent<FromPreload>).detail;
    switch (message.kind) {
      case 'expose':
        Object.defineProperty(window, message.key, {
          value: freeze(unpack(message.api, functionFor)),
          enumerable: true,
        });
        return;
      case 'listener':
        listeners.get(message.listener)?.(...(unpack(message.args, functionFor) as unknown[]));
        return;
      default: {
        const waiting = promises.get(message.call);
        if (!waiting) answers.set(message.call, message);
        else if (message.kind === 'returned') waiting.resolve(unpack(message.value, functionFor));
        else if (message.kind === 'threw') waiting.reject(new Error(message.message));
        if (waiting) promises.delete(message.call);
      }
    }
  });
}
