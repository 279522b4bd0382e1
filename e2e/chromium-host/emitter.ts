import { EventEmitter } from 'node:events';

/** Any listener: what it takes depends on the event. */
export type Listener = Parameters<EventEmitter['on']>[1];

/** An EventEmitter that knows its event names: a listener for an event this host never emits is an error that says so. */
export class Emitter extends EventEmitter {
  constructor(
    private readonly owner: string,
    private readonly names: readonly string[],
  ) {
    super();
  }

  override on(name: string, listener: Listener): this {
    return super.on(this.known(name), listener);
  }

  override once(name: string, listener: Listener): this {
    return super.once(this.known(name), listener);
  }

  override addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  private known(name: string): string {
    if (this.names.includes(name)) return name;
    throw new Error(`The Chromium host has no ${this.owner} event '${name}'. Add it to e2e/chromium-host.`);
  }
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event as Electron hands it to listeners, with what it carries. */
export function preventable<T extends object>(details: T): T & PreventableEvent {
  let prevented = false;
  return Object.defineProperties(details, {
    defaultPrevented: { get: () => prevented },
    preventDefault: {
      value: () => {
        prevented = true;
      },
    },
  }) as T & PreventableEvent;
}
