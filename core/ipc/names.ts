/**
 * The names of every call and event between the window and main, without their schemas: all the preload needs.
 * The files beside this one give each its input, output and payload, one file a noun; a name missing on either side does not compile.
 */
export const callNames = {
  app: ['info', 'openExternal', 'answerProxy', 'reportFault', 'settled'],
  settings: ['read', 'write'],
  connections: [
    'list',
    'add',
    'update',
    'delete',
    'replaceToken',
    'forgetToken',
    'check',
    'confirmAccount',
    'openPractice',
  ],
  signIn: ['start', 'cancel', 'openAgain', 'copyLink'],
  draft: ['open', 'more', 'apply', 'applyPart', 'refresh', 'compare', 'merge', 'watch'],
  push: ['start', 'cancel', 'state', 'settle'],
  loss: ['state', 'compare', 'restore', 'putAway'],
  takeover: ['state', 'restore', 'dismiss'],
  readers: ['export', 'cancelExport'],
  import: ['choose', 'read', 'compare', 'apply', 'cancel'],
  cameras: ['open', 'apply'],
  worksheet: ['open', 'tick', 'finish', 'export'],
  sweep: ['list', 'results', 'start', 'pause', 'resume', 'stop', 'sendAgain'],
  commissioning: ['signOff', 'exportReport', 'copyLabel'],
  rename: ['replacePattern'],
  events: ['send', 'history', 'readers', 'export', 'copyAsCurl'],
  presets: ['list', 'save', 'delete'],
  history: ['list', 'check', 'take', 'compare', 'restore'],
  activity: ['list', 'verify', 'export'],
  diagnostics: ['run', 'copyReport', 'openLogFolder'],
  practice: ['status', 'reset'],
} as const;

export const eventNames = [
  'menuCommand',
  'openConnection',
  'pushState',
  'remoteMoved',
  'listLoss',
  'takeover',
  'connectionChanged',
  'signInState',
  'practiceReceived',
  'importProgress',
  'sweepState',
  'sweepResults',
  'notice',
  'proxyQuestion',
  'settle',
] as const;

export type Noun = keyof typeof callNames;
export type EventName = (typeof eventNames)[number];

/** The channel of a call, e.g. `connections.list`. */
export const callChannel = (noun: string, name: string): string => `${noun}.${name}`;

/** The channel of an event, e.g. `event.pushState`. */
export const eventChannel = (name: string): string => `event.${name}`;
