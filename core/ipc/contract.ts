import { z } from 'zod';
import type { AppError } from '../app-error.ts';
import { actKinds } from '../audit/act.ts';
import type { ActivityFilter } from '../audit/activity-filter.ts';
import type { AuditLine } from '../audit/audit-entry.ts';
import type { Verification } from '../audit/verify.ts';
import { planActionSchema } from '../cameras/plan-schema.ts';
import type { PlanText } from '../cameras/plan-text.ts';
import { type WorksheetState, worksheetFormats, worksheetScopes } from '../cameras/worksheet-state.ts';
import { dialectPresets } from '../camio/dialect.ts';
import { type ConnectionCheck, type ConnectionView, connectionColors } from '../connections/connection.ts';
import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import type { DraftPart } from '../draft/draft-parts.ts';
import { draftActionSchema } from '../draft/draft-schema.ts';
import type { ListMerge } from '../draft/merge-lists.ts';
import type { EventPreset, PresetToSave } from '../events/preset.ts';
import { filterTypes, outcomeKinds, type SentEventFilter } from '../events/sent-event-filter.ts';
import { eventTypes, type SentEvent, type TestEvent } from '../events/test-event.ts';
import { exportColumnKeys, exportFormats } from '../export/export-choice.ts';
import type { Comparison } from '../history/comparison.ts';
import { type Snapshot, snapshotIdPattern } from '../history/snapshot.ts';
import { type ImportChoices, type ImportComparison, importModes } from '../import/import-comparison.ts';
import {
  delimiters,
  encodings,
  type ImportMapping,
  type ImportTable,
  importTargets,
  type ReadOptions,
} from '../import/import-table.ts';
import { fromJsonText } from '../json-text-schema.ts';
import type { PracticeStatus, ReceivedRequest } from '../practice/practice.ts';
import type { PushState } from '../push/push-state.ts';
import type { ChangeCounts } from '../readers/change.ts';
import type { Differences } from '../readers/diff.ts';
import type { Reader } from '../readers/reader.ts';
import { mostNamesAtOnce } from '../rename/name-pattern.ts';
import type { Result } from '../result.ts';
import { retentionLimits, type Settings, themes } from '../settings/settings.ts';
import { reportFormats, type SweepChoices, type SweepResult, type SweepSummary, sweepLimits } from '../sweep/sweep.ts';
import type { Takeover } from '../takeover/takeover.ts';
import type { Unsaved } from '../unsaved.ts';
import type { callNames, EventName, Noun } from './names.ts';

/** One call: the schema its input must pass, and the type of the value it answers with. */
interface Call<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Carries the output's type only; never set. */
  readonly output?: Output;
}

/** A schema that changes nothing: what the window gives is what main takes. */
type Checked<T> = z.ZodType<T, T>;

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
  /** Absent: this computer's own. */
  timeZone: z.string().exactOptional(),
};

const presetFields = {
  eventType: z.enum(eventTypes).nullable(),
  labels: z.array(z.string()),
  actorId: z.string(),
  actorName: z.string(),
};

const testEvent: Checked<TestEvent> = z.object({ readerId: z.string(), timestamp: z.string(), ...presetFields });

const presetToSave: Checked<PresetToSave> = z.object({
  id: z.string().nullable(),
  name: z.string(),
  ...presetFields,
});

const sentEventFilter: Checked<SentEventFilter> = z.object({
  text: z.string(),
  outcome: z.enum(outcomeKinds).nullable(),
  eventType: z.enum(filterTypes).nullable(),
  readerId: z.string().nullable(),
  day: z.iso.date().nullable(),
});

const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.int().min(min).max(max);

const settings: Checked<Settings> = z.object({
  theme: z.enum(themes),
  defaultLabels: z.array(z.string()),
  keepSnapshots: within(retentionLimits.keepSnapshots),
  keepSnapshotsDays: within(retentionLimits.keepSnapshotsDays),
});

/** A selection is of the draft numbered `seq`, in the order shown; any other draft is `draft-out-of-step`. */
const exportedList = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['draft', 'remote', 'changes']) }),
  z.object({ kind: z.literal('selection'), seq: z.int(), rows: z.array(z.int().nonnegative()) }),
]);

const readOptions: Checked<ReadOptions> = z.object({
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  sheet: z.string().nullable(),
  headerLine: z.int().nonnegative().nullable(),
});

const columnIndex = z.int().nonnegative();
const columnBinding = z.object({ columns: z.array(columnIndex), separator: z.string().max(20) });

const importMapping: Checked<ImportMapping> = z.object({
  id: columnBinding,
  name: columnBinding,
  otherFields: columnIndex.nullable(),
  site: columnIndex.nullable(),
});

const importChoices: Checked<ImportChoices> = z.object({
  mode: z.enum(importModes),
  leaveOutErrors: z.boolean(),
  repairs: z.array(z.int().positive()),
});

const sweepId = z.string().regex(/^[a-z0-9-]{1,64}$/);

const sweepChoices: Checked<SweepChoices> = z.object({
  readerIds: z.array(z.string()).min(1),
  eventType: z.enum(eventTypes),
  labels: z.array(z.string()),
  concurrency: within(sweepLimits.concurrency),
  perMinute: within(sweepLimits.perMinute).nullable(),
});

const snapshotId = z.string().regex(snapshotIdPattern);

const activityFilter: Checked<ActivityFilter> = z.object({
  kind: z.enum(actKinds).nullable(),
  connectionId: connectionId.nullable(),
  text: z.string(),
});

const unsaved: Checked<Unsaved> = z.object({
  connectionId,
  of: z.enum(['draft', 'camera plan']),
  edits: z.int().positive(),
  reason: z.string().nullable(),
});

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
  /** Which opening it is: what the other parts of this very draft are asked for with. */
  readonly opening: number;
  readonly part: DraftPart;
  readonly notices: readonly AppError[];
  /** Readers that differ from the draft's base in the list Camio was last seen to hold; 0 as far as is known. */
  readonly moved: number;
}

export type RefreshOutcome =
  /** The draft now stands on the list just read; open it again. `moved` is null where nothing had moved. */
  | { readonly kind: 'adopted'; readonly readers: number; readonly moved: Differences | null }
  /** The remote list moved and the draft has changes: the draft was left as it is. */
  | { readonly kind: 'drift'; readonly differences: Differences; readonly error: AppError };

export type RemoteComparison =
  /** Camio holds the list the draft stands on. */
  | { readonly kind: 'unmoved' }
  /** Camio's list moved: what a merge of the draft numbered `seq` with the list read at `readAt` comes to. */
  | { readonly kind: 'moved'; readonly seq: number; readonly readAt: string; readonly merge: ListMerge };

export type ExportOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly readers: number; readonly bytes: number }
  /** No file was chosen. */
  | { readonly kind: 'cancelled' }
  /** While the file was being made. */
  | { readonly kind: 'given up' };

export type ImportFileOutcome =
  | { readonly kind: 'opened'; readonly table: ImportTable }
  | { readonly kind: 'cancelled' };

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly added: number;
      readonly renamed: number;
      readonly removed: number;
      /** Rows of the file left out because of errors. */
      readonly leftOut: number;
    }
  /** The list held all of it already. */
  | { readonly kind: 'same' };

/** How far reading or comparing a file has come; `total` is 0 while it is not known. */
export interface ImportProgress {
  readonly connectionId: string;
  readonly phase: 'reading' | 'comparing';
  readonly done: number;
  readonly total: number;
}

/** A camera plan with what its opening found out. */
export interface OpenedPlan {
  readonly plan: PlanText;
  readonly notices: readonly AppError[];
}

/** `rows`: cameras of a worksheet, readers of a report. */
export type FileOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly rows: number; readonly bytes: number }
  | { readonly kind: 'cancelled' };

export type RestoreOutcome =
  /** The draft holds the snapshot's list now, as one step that can be undone. `counts`: from the draft before to it. */
  | { readonly kind: 'restored'; readonly counts: ChangeCounts }
  /** The draft held that list already. */
  | { readonly kind: 'same' };

/** The activity log's newest lines, newest first; `total` counts them all. */
export interface Activity {
  readonly total: number;
  readonly lines: readonly AuditLine[];
}

export type ActivityExportOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly lines: number; readonly bytes: number }
  | { readonly kind: 'cancelled' };

/** A page of the history; `matching` and `total` count all of it. */
export interface SentEventsPage {
  readonly events: readonly SentEvent[];
  readonly hasMore: boolean;
  readonly matching: number;
  readonly total: number;
}

/** Every call the window can make. Inputs are checked in main before the handler runs. */
export const calls = {
  app: {
    info: answers<AppInfo>()(nothing),
    /** Only https addresses of hosts on main's list are opened. */
    openExternal: answers<void>()(z.object({ url: z.string() })),
    /** The window's answer to `settle`: what it could not save. */
    settled: answers<void>()(z.object({ request: z.int(), unsaved: z.array(unsaved) })),
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
    /** Takes another account than last time for the connection's own; `typedEmail` is that account's. */
    confirmAccount: answers<ConnectionView>()(z.object({ connectionId, typedEmail: z.string() })),
    /** Starts the practice account where it is not running, and makes its connection. */
    openPractice: answers<ConnectionView>()(nothing),
  },
  draft: {
    open: answers<OpenedDraft>()(z.object({ connectionId })),
    /** The next part of a draft that was opened, until the last; refused once it has been opened anew. */
    more: answers<DraftPart>()(z.object({ connectionId, opening: z.int() })),
    /** Answered when the action is on disk. `seq` is the draft's before the action; any other is `draft-out-of-step`. */
    apply: answers<{ readonly seq: number }>()(
      z.object({ connectionId, seq: z.int(), action: fromJsonText(draftActionSchema) }),
    ),
    /**
     * The same for an action that is too long for one text: its parts (`actionParts`) in order, `at` counting those
     * before. Answers null until the last.
     */
    applyPart: answers<{ readonly seq: number } | null>()(
      z.object({
        connectionId,
        seq: z.int(),
        at: z.int().nonnegative(),
        isLast: z.boolean(),
        action: fromJsonText(draftActionSchema),
      }),
    ),
    /** Reads Camio's list and puts the draft on it. */
    refresh: answers<RefreshOutcome>()(z.object({ connectionId })),
    /** Reads Camio's list and compares it with the draft and its base. Changes nothing. */
    compare: answers<RemoteComparison>()(z.object({ connectionId })),
    /**
     * Merges the draft with the very list that was compared (`seq`, `readAt`) and puts it on that list, as one step that
     * can be undone. Refused while a clash has no choice, and where the list or the draft has moved on since.
     */
    merge: answers<{ readonly seq: number }>()(
      z.object({
        connectionId,
        seq: z.int(),
        readAt: z.string(),
        choices: z.array(z.object({ row: z.int().nonnegative(), keep: z.enum(['mine', 'theirs']) })),
      }),
    ),
    /** The connection in view: its list in Camio is looked at now and then, and `remoteMoved` says when it moved. */
    watch: answers<void>()(z.object({ connectionId: connectionId.nullable() })),
  },
  push: {
    /**
     * Starts a push of the draft as reviewed (`seq`); its states arrive as `pushState`. `typed` answers the brake,
     * `unseen` the question whether to send over a list that cannot be seen.
     */
    start: answers<void>()(z.object({ connectionId, seq: z.int(), typed: z.string(), unseen: z.string() })),
    cancel: answers<void>()(z.object({ connectionId })),
    /** The running or last push. One that an earlier session left without an outcome is read back, then and there. */
    state: answers<PushState | null>()(z.object({ connectionId })),
    /** Reads back once more what became of a list that was sent. */
    settle: answers<void>()(z.object({ connectionId })),
  },
  takeover: {
    /** A push of ours that somebody else's list undid; null where none did. */
    state: answers<Takeover | null>()(z.object({ connectionId })),
    /** Puts the draft on Camio's list and the undone changes back into it, as one step; nothing is sent. */
    restore: answers<RestoreOutcome>()(z.object({ connectionId })),
    dismiss: answers<void>()(z.object({ connectionId })),
  },
  readers: {
    /** Asks where to, and writes the list. `columns` are for CSV and XLSX; JSON has all there is. */
    export: answers<ExportOutcome>()(
      z.object({
        connectionId,
        list: exportedList,
        format: z.enum(exportFormats),
        columns: z.array(z.enum(exportColumnKeys)).min(1),
      }),
    ),
    /** Gives up the export that was begun last and is still being made: no file is touched. */
    cancelExport: answers<void>()(z.object({ connectionId })),
  },
  import: {
    /** Asks for a file and reads it. A file chosen before is let go. */
    choose: answers<ImportFileOutcome>()(z.object({ connectionId, target: z.enum(importTargets) })),
    /** Reads the chosen file again, as the person says. */
    read: answers<ImportTable>()(z.object({ connectionId, options: readOptions })),
    /** What an import would do to the draft, or to the cameras, as they are on disk. Changes nothing. */
    compare: answers<ImportComparison>()(z.object({ connectionId, mapping: importMapping, choices: importChoices })),
    /** Imports, as one step that can be undone. `seq` is the draft's, or the plan's, before; `choices` as compared. */
    apply: answers<ImportOutcome>()(
      z.object({ connectionId, mapping: importMapping, choices: importChoices, seq: z.int() }),
    ),
    /** Stops what is under way and lets the file go. */
    cancel: answers<void>()(z.object({ connectionId })),
  },
  cameras: {
    open: answers<OpenedPlan>()(z.object({ connectionId })),
    /** Answered when the action is on disk. `seq` is the plan's before the action; any other is `draft-out-of-step`. */
    apply: answers<{ readonly seq: number }>()(
      z.object({ connectionId, seq: z.int(), action: fromJsonText(planActionSchema) }),
    ),
  },
  worksheet: {
    open: answers<WorksheetState>()(z.object({ connectionId })),
    /** Says that the rows of these cameras on Camio's settings page are as the plan has them, or takes that back. */
    tick: answers<WorksheetState>()(z.object({ connectionId, cameraIds: z.array(z.string()), isDone: z.boolean() })),
    /** Ends the round: what was ticked is what Camio holds from now on. */
    finish: answers<WorksheetState>()(z.object({ connectionId })),
    export: answers<FileOutcome>()(
      z.object({ connectionId, format: z.enum(worksheetFormats), scope: z.enum(worksheetScopes) }),
    ),
  },
  sweep: {
    /** Newest first. One that an earlier session left unfinished is `interrupted`. */
    list: answers<readonly SweepSummary[]>()(z.object({ connectionId })),
    results: answers<readonly SweepResult[]>()(z.object({ connectionId, sweepId })),
    /** Starts sending real events. One sweep at a time per connection. */
    start: answers<SweepSummary>()(z.object({ connectionId, choices: sweepChoices })),
    pause: answers<void>()(z.object({ connectionId, sweepId })),
    /** Sends what is pending. */
    resume: answers<void>()(z.object({ connectionId, sweepId })),
    /** Ends it for good; what is pending is never sent. */
    stop: answers<void>()(z.object({ connectionId, sweepId })),
    /** Sends once more to these readers, refused or unknown: the person decided so, knowing it may arrive twice. */
    sendAgain: answers<void>()(z.object({ connectionId, sweepId, readerIds: z.array(z.string()).min(1) })),
  },
  commissioning: {
    /** What the person saw; null takes it back. */
    signOff: answers<void>()(
      z.object({
        connectionId,
        sweepId,
        readerIds: z.array(z.string()).min(1),
        signOff: z.object({ seen: z.boolean(), note: z.string() }).nullable(),
      }),
    ),
    exportReport: answers<FileOutcome>()(
      z.object({ connectionId, sweepId, format: z.enum(reportFormats), site: z.string(), person: z.string() }),
    ),
    /** Puts the label of a reader's event on the clipboard. */
    copyLabel: answers<void>()(z.object({ label: z.string().min(1).max(200) })),
  },
  rename: {
    /**
     * The names with everything a regular expression finds in them replaced, worked out in a thread that is ended where it
     * takes too long. A new call ends the one before, which answers `cancelled`.
     */
    replacePattern: answers<readonly string[]>()(
      z.object({
        find: z.string(),
        replacement: z.string(),
        matchCase: z.boolean(),
        names: z.array(z.string()).max(mostNamesAtOnce),
      }),
    ),
  },
  events: {
    /** Sends one real event. `repeats` is the id of the record it repeats, or null. */
    send: answers<SentEvent>()(z.object({ connectionId, event: testEvent, repeats: z.string().nullable() })),
    /**
     * Single test events, newest first; those of sweeps are in the sweeps. A page of those that the filter lets through,
     * from behind the event `after`, or from the newest on where that is null.
     */
    history: answers<SentEventsPage>()(
      z.object({ connectionId, filter: sentEventFilter, after: z.string().nullable() }),
    ),
    /** The readers that have events in the history, each as it was called last; the name is '' where none is known. */
    readers: answers<readonly Reader[]>()(z.object({ connectionId })),
    /** Asks where to, and writes the events that the filter lets through, oldest first. */
    export: answers<FileOutcome>()(
      z.object({ connectionId, filter: sentEventFilter, format: z.enum(['csv', 'json']) }),
    ),
    copyAsCurl: answers<void>()(z.object({ connectionId, event: testEvent })),
  },
  presets: {
    /** The person's own, by name; the built-in ones are not among them. */
    list: answers<readonly EventPreset[]>()(nothing),
    /** Adds a preset (`id` null), or replaces the one of that id. */
    save: answers<readonly EventPreset[]>()(presetToSave),
    delete: answers<readonly EventPreset[]>()(z.object({ id: z.string() })),
  },
  history: {
    /** The connection's snapshots, newest first. */
    list: answers<readonly Snapshot[]>()(z.object({ connectionId })),
    /** Reads Camio's list and keeps it. */
    take: answers<{ readonly readers: number }>()(z.object({ connectionId })),
    /** What leads from the list of one snapshot to that of another, or to the draft. */
    compare: answers<Comparison>()(
      z.object({ connectionId, from: snapshotId, to: z.union([snapshotId, z.literal('draft')]) }),
    ),
    /** Makes a snapshot's list the draft; nothing is sent. `seq` is the draft's before, as for `draft.apply`. */
    restore: answers<RestoreOutcome>()(z.object({ connectionId, snapshotId, seq: z.int() })),
  },
  activity: {
    /** What was done with this app on any connection, deleted ones included. */
    list: answers<Activity>()(nothing),
    verify: answers<Verification>()(nothing),
    /** Asks where to, and writes the lines that the filter lets through, oldest first. */
    export: answers<ActivityExportOutcome>()(z.object({ filter: activityFilter, format: z.enum(['csv', 'json']) })),
  },
  diagnostics: {
    /** Checks this computer and every connection; changes nothing in Camio. */
    run: answers<Diagnostics>()(nothing),
    /** Puts what was found last, as text without names and tokens, on the clipboard. Runs the checks if none were. */
    copyReport: answers<void>()(nothing),
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
  /** Camio's list was read in the background. `readers` differ from the draft's base; 0 where it moved back. */
  readonly remoteMoved: { readonly connectionId: string; readonly readers: number };
  readonly takeover: { readonly connectionId: string; readonly takeover: Takeover | null };
  /** What is known of a connection has changed without the window's doing, e.g. whose account it is. */
  readonly connectionChanged: { readonly connectionId: string };
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
