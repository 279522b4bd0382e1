/**
 * The names of every call and event between the window and main, without their schemas: all the preload needs.
 * `ipc.ts` gives each of them its input, output and payload; a name missing on either side does not compile.
 */
export const callNames = {
  app: ['info', 'openExternal'],
  settings: ['read', 'write'],
  connections: ['list', 'add', 'update', 'delete', 'replaceToken', 'forgetToken', 'check', 'openPractice'],
  draft: ['open', 'apply', 'refresh'],
  push: ['start', 'cancel', 'state'],
  readers: ['export'],
  events: ['send', 'history', 'copyAsCurl'],
  practice: ['status', 'reset'],
} as const;

export const eventNames = ['menuCommand', 'openConnection', 'pushState', 'practiceReceived'] as const;

export type Noun = keyof typeof callNames;
export type EventName = (typeof eventNames)[number];

/** The channel of a call, e.g. `connections.list`. */
export const callChannel = (noun: string, name: string): string => `${noun}.${name}`;

/** The channel of an event, e.g. `event.pushState`. */
export const eventChannel = (name: string): string => `event.${name}`;
