import type { z } from 'zod';
import type { AppError } from '../app-error.ts';
import type { ProxyQuestion } from '../camio/proxy-login.ts';
import type { ListLoss } from '../draft/list-loss.ts';
import type { ReceivedRequest } from '../practice/practice.ts';
import type { PushState } from '../push/push-state.ts';
import type { Result } from '../result.ts';
import type { SignInState } from '../sign-in/sign-in-state.ts';
import type { SweepResult, SweepSummary } from '../sweep/sweep.ts';
import type { Takeover } from '../takeover/takeover.ts';
import { activityCalls } from './activity-calls.ts';
import { appCalls } from './app-calls.ts';
import type { Call } from './call.ts';
import { cameraCalls } from './camera-calls.ts';
import { commissioningCalls } from './commissioning-calls.ts';
import { connectionCalls } from './connection-calls.ts';
import { diagnosticsCalls } from './diagnostics-calls.ts';
import { draftCalls } from './draft-calls.ts';
import { eventCalls } from './event-calls.ts';
import { historyCalls } from './history-calls.ts';
import { type ImportProgress, importCalls } from './import-calls.ts';
import { lossCalls } from './loss-calls.ts';
import type { callNames, EventName, Noun } from './names.ts';
import { practiceCalls } from './practice-calls.ts';
import { presetCalls } from './preset-calls.ts';
import { pushCalls } from './push-calls.ts';
import { readerCalls } from './reader-calls.ts';
import { renameCalls } from './rename-calls.ts';
import { settingsCalls } from './settings-calls.ts';
import { signInCalls } from './sign-in-calls.ts';
import { sweepCalls } from './sweep-calls.ts';
import { takeoverCalls } from './takeover-calls.ts';
import { worksheetCalls } from './worksheet-calls.ts';

/** Every call the window can make. Inputs are checked in main before the handler runs. */
export const calls = {
  app: appCalls,
  settings: settingsCalls,
  connections: connectionCalls,
  signIn: signInCalls,
  draft: draftCalls,
  push: pushCalls,
  loss: lossCalls,
  takeover: takeoverCalls,
  readers: readerCalls,
  import: importCalls,
  cameras: cameraCalls,
  worksheet: worksheetCalls,
  sweep: sweepCalls,
  commissioning: commissioningCalls,
  rename: renameCalls,
  events: eventCalls,
  presets: presetCalls,
  history: historyCalls,
  activity: activityCalls,
  diagnostics: diagnosticsCalls,
  practice: practiceCalls,
} satisfies { [N in Noun]: { [Name in (typeof callNames)[N][number]]: Call<z.ZodType, unknown> } };

/** What main tells the window unasked. */
export interface Events {
  readonly menuCommand: MenuCommand;
  /** The app was started a second time with `--practice`: show this connection's readers. */
  readonly openConnection: { readonly connectionId: string };
  readonly pushState: { readonly connectionId: string; readonly state: PushState };
  /** Camio's list was read in the background. `readers` differ from the draft's base; 0 where it moved back. */
  readonly remoteMoved: { readonly connectionId: string; readonly readers: number };
  /** Camio's list lost many readers, some came back, or the person has dealt with it. */
  readonly listLoss: { readonly connectionId: string; readonly loss: ListLoss | null };
  readonly takeover: { readonly connectionId: string; readonly takeover: Takeover | null };
  /** What is known of a connection has changed without the window's doing, e.g. whose account it is. */
  readonly connectionChanged: { readonly connectionId: string };
  readonly signInState: { readonly connectionId: string; readonly signIn: SignInState };
  readonly practiceReceived: ReceivedRequest;
  readonly importProgress: ImportProgress;
  readonly sweepState: { readonly connectionId: string; readonly sweep: SweepSummary };
  /** Results that changed, a few times a second at most. */
  readonly sweepResults: {
    readonly connectionId: string;
    readonly sweepId: string;
    readonly results: readonly SweepResult[];
  };
  /** Something went wrong that nobody is waiting to hear of, e.g. while writing the activity log. */
  readonly notice: AppError;
  /** A proxy of this network asks for a name and password; null: no longer. */
  readonly proxyQuestion: { readonly question: ProxyQuestion | null };
  /** The window is to be closed: take over what is half typed, save all, and answer `app.settled` within a few seconds. */
  readonly settle: { readonly request: number };
}

/** Menu items that act on the page in view. */
export type MenuCommand =
  | { readonly kind: 'undo' | 'redo' | 'filter' | 'add reader' | 'review' | 'import' | 'export' | 'refresh' }
  | {
      readonly kind: 'go';
      readonly page:
        | 'connections'
        | 'readers'
        | 'review'
        | 'camera plan'
        | 'test events'
        | 'commissioning'
        | 'history'
        | 'settings';
    };

export type Calls = typeof calls;
export type CallName<N extends Noun> = (typeof callNames)[N][number] & keyof Calls[N];

/** What the window gives. */
export type InputOf<C> = C extends Call<infer Input, unknown> ? z.input<Input> : never;
/** What the handler gets of it, once it was checked. */
export type CheckedInputOf<C> = C extends Call<infer Input, unknown> ? z.output<Input> : never;
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
    input: CheckedInputOf<Calls[N][Name]>,
  ) => Promise<Result<OutputOf<Calls[N][Name]>, AppError>>;
};

export type AllHandlers = { readonly [N in Noun]: Handlers<N> };

/** Tells the window something. */
export type Emit = <E extends EventName>(name: E, payload: Events[E]) => void;
