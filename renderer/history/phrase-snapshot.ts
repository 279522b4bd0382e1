import type { Snapshot, SnapshotReason } from '../../core/history/snapshot.ts';
import { localTime } from '../ui/local-time.ts';

const reasons: Readonly<Record<SnapshotReason, string>> = {
  'before a push': 'Before a push',
  'before Camio’s list shrank': 'Before Camio’s list shrank',
  'on demand': 'On demand',
};

/** Why a snapshot was taken, for the table. */
export const reasonText = (reason: SnapshotReason): string => reasons[reason];

/** A snapshot's name in sentences and choices: its time by this computer's clock. */
export const snapshotName = ({ readAt }: Pick<Snapshot, 'readAt'>): string => localTime(readAt);
