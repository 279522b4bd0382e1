import { z } from 'zod';
import type { AppError } from './app-error.ts';
import { dialectPresets } from './camio/dialect.ts';
import { type ConnectionCheck, type ConnectionView, connectionColors } from './connections/connection.ts';
import { eventTypes, type SentEvent, type TestEvent } from './events/test-event.ts';
import type { callNames, EventName, Noun } from './ipc-names.ts';
import type { PracticeStatus, ReceivedRequest } from './practice/practice.ts';
import type { DraftFile } from './readers/draft-file.ts';
import { draftActionSchema } from './readers/draft-schema.ts';
import type { Differences, PushState } from './readers/push-state.ts';
import type { Result } from './result.ts';
import { type Settings, themes } from './settings/settings.ts';

/** One call: the schema its input must pass, and the type of the value it answers with. */
interface Call<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Carries the output's type only; never set. */
  readonly output?: Output;
}

function answers<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });
}

const nothing = z.undefined();
const connectionId = z.string().min(1).max(64);

const dialect = z.object({
  preset: z.enum(dialectPresets),
  listKey: z.enum(['readers', 'devices']),
  eventEnvelope: z.enum(['flat', 'event', 'events']),
});

const connectionFields = {
  name: z.string(),
  baseUrl: z.string(),
  dialect,
  color: z.enum(connectionColors),
};

const testEvent: z.ZodType<TestEvent> = z.object({
  readerId: z.string(),
  timestamp: z.string(),
  eventType: z.enum(eventTypes).nullable(),
  labels: z.array(z.string()),
  actorId: z.string(),
  actorName: z.string(),
});

const settings: z.ZodType<Settings> = z.object({ theme: z.enum(themes), defaultLabels: z.array(z.string()) });

/** What the window asks for on start. */
export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** The connection to open at once (`--practice`), or null. */
  readonly openConnection: string | null;
  /** What went wrong on this machine while starting, in sentences: files set aside, folders that cannot be written. */
  readonly notices: readonly AppError[];
}

/** A draft with what its opening found out, e.g. a torn last line that was cut off. */
export interface OpenedDraft {
  readonly draft: DraftFile;
  readonly notices: readonly AppError[];
}

export type RefreshOutcome =
  /** The draft now stands on the list just read; open it again. `moved` is null where nothing had moved. */
  | { readonly kind: 'adopted'; readonly readers: number; readonly moved: Differences | null }
  /** The remote list moved and the draft has changes: the draft was left as it is. */
  | { readonly kind: 'drift'; readonly differences: Differences; readonly error: AppError };

export type ExportOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly readers: number; readonly bytes: number }
  | { readonly kind: 'cancelled' };

/** Every call the window can make. Inputs are checked in main before the handler runs. */
export const calls = {
  app: {
    info: answers<AppInfo>()(nothing),
    /** Only https addresses of hosts on main's list are opened. */
    openExternal: answers<void>()(z.object({ url: z.string() })),
  },
  settings: {
    read: answers<Settings>()(nothing),
    write: answers<Settings>()(settings),
  },
  connections: {
    list: answers<readonly ConnectionView[]>()(nothing),
    /** `token` '' leaves it unset. It travels from the window to main only, never back. */
    add: answers<ConnectionView>()(z.object({ ...connectionFields, token: z.string() })),
    update: answers<ConnectionView>()(z.object({ connectionId, ...connectionFields })),
    /** Answers `confirmation-needed` while the draft has changes and `typedName` is not the connection's name. */
    delete: answers<void>()(z.object({ connectionId, typedName: z.string() })),
    replaceToken: answers<ConnectionView>()(z.object({ connectionId, token: z.string() })),
    forgetToken: answers<ConnectionView>()(z.object({ connectionId })),
    check: answers<ConnectionCheck>()(z.object({ connectionId })),
    /** Starts the practice account where it is not running, and makes its connection. */
    openPractice: answers<ConnectionView>()(nothing),
  },
  draft: {
    open: answers<OpenedDraft>()(z.object({ connectionId })),
    /** Answered when the action is on disk. `seq` is the draft's before the action; any other is `draft-out-of-step`. */
    apply: answers<{ readonly seq: number }>()(z.object({ connectionId, seq: z.int(), action: draftActionSchema })),
    /** Reads Camio's list and puts the draft on it. */
    refresh: answers<RefreshOutcome>()(z.object({ connectionId })),
  },
  push: {
    /** Starts a push of the draft as reviewed (`seq`); its states arrive as `pushState`. `typed` answers the brake. */
    start: answers<void>()(z.object({ connectionId, seq: z.int(), typed: z.string() })),
    cancel: answers<void>()(z.object({ connectionId })),
    /** The running or last push of this session. */
    state: answers<PushState | null>()(z.object({ connectionId })),
  },
  readers: {
    export: answers<ExportOutcome>()(
      z.object({ connectionId, source: z.enum(['draft', 'remote']), format: z.enum(['csv', 'json']) }),
    ),
  },
  events: {
    /** Sends one real event. `repeats` is the id of the record it repeats, or null. */
    send: answers<SentEvent>()(z.object({ connectionId, event: testEvent, repeats: z.string().nullable() })),
    /** Newest first. */
    history: answers<readonly SentEvent[]>()(z.object({ connectionId })),
    copyAsCurl: answers<void>()(z.object({ connectionId, event: testEvent })),
  },
  practice: {
    status: answers<PracticeStatus>()(nothing),
    /** Puts the practice account back to its first list and forgets what it received. */
    reset: answers<PracticeStatus>()(nothing),
  },
} satisfies { [N in Noun]: { [Name in (typeof callNames)[N][number]]: Call<z.ZodType, unknown> } };

/** What main tells the window unasked. */
export interface Events {
  readonly menuCommand: MenuCommand;
  /** The app was started a second time with `--practice`: show this connection's readers. */
  readonly openConnection: { readonly connectionId: string };
  readonly pushState: { readonly connectionId: string; readonly state: PushState };
  readonly practiceReceived: ReceivedRequest;
}

/** Menu items that act on the page in view. */
export type MenuCommand =
  | { readonly kind: 'undo' | 'redo' | 'filter' | 'add reader' | 'review' | 'export' | 'refresh' }
  | { readonly kind: 'go'; readonly page: 'connections' | 'readers' | 'review' | 'test events' | 'settings' };

export type Calls = typeof calls;
export type CallName<N extends Noun> = (typeof callNames)[N][number] & keyof Calls[N];

export type InputOf<C> = C extends Call<infer Input, unknown> ? z.infer<Input> : never;
export type OutputOf<C> = C extends Call<z.ZodType, infer Output> ? Output : never;

/** A call as the window makes it: always an answer, never a rejection, but for a bug or a foreign sender. */
export type ClientCall<C> = [InputOf<C>] extends [undefined]
  ? () => Promise<Result<OutputOf<C>, AppError>>
  : (input: InputOf<C>) => Promise<Result<OutputOf<C>, AppError>>;

/** What the preload puts on `window.readerDesk`. */
export type ReaderDeskApi = { readonly [N in Noun]: { readonly [Name in CallName<N>]: ClientCall<Calls[N][Name]> } } & {
  /** Subscriptions; each answers with the function that ends it. */
  readonly on: { readonly [E in EventName]: (listener: (payload: Events[E]) => void) => () => void };
};

/** Main's side of one noun; every noun's handlers together are the whole contract. */
export type Handlers<N extends Noun> = {
  readonly [Name in CallName<N>]: (
    input: InputOf<Calls[N][Name]>,
  ) => Promise<Result<OutputOf<Calls[N][Name]>, AppError>>;
};

export type AllHandlers = { readonly [N in Noun]: Handlers<N> };

/** Tells the window something. */
export type Emit = <E extends EventName>(name: E, payload: Events[E]) => void;
