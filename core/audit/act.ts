import type { EventType, SentEventOutcome } from '../events/test-event.ts';
import type { SnapshotReason } from '../history/snapshot.ts';
import type { ImportMode } from '../import/import-comparison.ts';
import type { ImportTarget } from '../import/import-table.ts';
import type { PushKind } from '../push/push-state.ts';
import type { ChangeCounts } from '../readers/change.ts';
import type { SweepCounts } from '../sweep/sweep.ts';

/** How a push can end, as `PushState` names it. */
export const pushEnds = [
  'stored',
  'sent, not verified',
  'drift',
  'braked',
  'list not seen',
  'other account',
  'not stored as sent',
  'refused',
  'outcome unknown',
  'cancelled',
] as const satisfies readonly PushKind[];
export type PushEnd = (typeof pushEnds)[number];

/** How a sweep stopped sending. */
export const sweepEnds = ['finished', 'paused', 'stopped', 'held', 'token refused'] as const;
export type SweepEndKind = (typeof sweepEnds)[number];

/** What a person can change about a connection, in the words of the form. */
export const connectionFields = [
  'name',
  'API base URL',
  'dialect',
  'color',
  'time zone',
  'account',
  'sign-in',
] as const;
export type ConnectionField = (typeof connectionFields)[number];

/** Lists that leave the app as a file. */
export const exportedLists = [
  'draft',
  'Camio’s list',
  'selection',
  'changes',
  'sent events',
  'commissioning report',
  'worksheet',
  'activity',
] as const;
export type ExportedList = (typeof exportedLists)[number];

/** The kinds of files they leave as. */
export const exportedFormats = ['csv', 'xlsx', 'json', 'html', 'pdf'] as const;
export type ExportedFormat = (typeof exportedFormats)[number];

/**
 * Something that was done and is written down for good. Says what, how much and with what outcome; never a token, and
 * nothing of the person a test event speaks of.
 */
export type Act =
  | { readonly kind: 'connection added' | 'connection deleted' }
  | { readonly kind: 'connection changed'; readonly fields: readonly ConnectionField[] }
  | { readonly kind: 'token set' | 'token replaced' | 'token forgotten' }
  /** To the server that granted the token, with the scope it told; '' where it told none. */
  | { readonly kind: 'signed in'; readonly server: string; readonly scope: string }
  /** The draft was put on a list read from Camio: the first one, or one that had moved. */
  | { readonly kind: 'list adopted'; readonly readers: number; readonly differences: number }
  /** The draft was merged with a list that had moved; how its clashes were decided. */
  | { readonly kind: 'list merged'; readonly keptMine: number; readonly keptTheirs: number }
  | { readonly kind: 'snapshot taken'; readonly reason: SnapshotReason; readonly readers: number }
  /** By the retention in the settings. */
  | { readonly kind: 'snapshots removed'; readonly count: number }
  /** From the snapshot read at this time; null: the changes of a push that somebody else's list undid. */
  | { readonly kind: 'draft restored'; readonly snapshotReadAt: string | null; readonly counts: ChangeCounts }
  /** `counts` are the draft's changes as it was pushed; `message` is what the person was told, '' for a success. */
  | { readonly kind: 'push'; readonly outcome: PushEnd; readonly counts: ChangeCounts; readonly message: string }
  | {
      readonly kind: 'test event';
      readonly outcome: Exclude<SentEventOutcome['kind'], 'sending'>;
      readonly status: number | null;
      readonly readerId: string;
      readonly eventType: EventType | null;
    }
  /** From a file somebody chose. `leftOut` rows of it had errors. */
  | {
      readonly kind: 'import';
      readonly target: ImportTarget;
      readonly fileName: string;
      readonly mode: ImportMode;
      readonly added: number;
      readonly renamed: number;
      readonly removed: number;
      readonly leftOut: number;
    }
  /** Started or resumed; so many readers were waiting for their event. */
  | { readonly kind: 'sweep started'; readonly pending: number; readonly eventType: EventType }
  /** `message`: why it was held; '' otherwise. */
  | {
      readonly kind: 'sweep ended';
      readonly outcome: SweepEndKind;
      readonly counts: SweepCounts;
      readonly message: string;
    }
  /** So many cameras are set in Camio as the plan has them, by what a person ticked. */
  | { readonly kind: 'worksheet finished'; readonly cameras: number }
  | { readonly kind: 'export'; readonly list: ExportedList; readonly format: ExportedFormat; readonly rows: number };

export type ActKind = Act['kind'];

/** Every kind, in the order a filter offers them. */
export const actKinds = [
  'push',
  'test event',
  'sweep started',
  'sweep ended',
  'draft restored',
  'list adopted',
  'list merged',
  'snapshot taken',
  'snapshots removed',
  'worksheet finished',
  'import',
  'export',
  'connection added',
  'connection changed',
  'connection deleted',
  'signed in',
  'token set',
  'token replaced',
  'token forgotten',
] as const satisfies readonly ActKind[];
