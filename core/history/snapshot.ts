import type { ChangeCounts } from '../readers/change.ts';

/** Why a snapshot was taken. */
export const snapshotReasons = ['before a push', 'before Camio’s list shrank', 'on demand'] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** What an id of a snapshot looks like. It names a file, so nothing else may pass. */
export const snapshotIdPattern = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z-[0-9a-f]{8}$/;

/** One remote list kept on this computer, without its readers. Times are ISO 8601 in UTC. */
export type Snapshot =
  | {
      readonly kind: 'whole';
      readonly id: string;
      /** When the list was read from Camio. */
      readonly readAt: string;
      readonly reason: SnapshotReason;
      readonly readers: number;
      /** Against the snapshot before it; null for the first one, and where the one before could not be read. */
      readonly changes: ChangeCounts | null;
    }
  /** Its file was changed or cut short: it can be neither compared nor restored. */
  | { readonly kind: 'damaged'; readonly id: string; readonly readAt: string }
  /** A later version of the app wrote it. */
  | { readonly kind: 'newer'; readonly id: string; readonly readAt: string }
  /** The system does not let its file be read. `reason` is a sentence. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly readAt: string; readonly reason: string };

/** An id for the list read at this time; `random` is eight hex digits. Ids sort by time. */
export function snapshotId(readAt: string, random: string): string {
  return `${readAt.replaceAll(':', '-')}-${random}`;
}

/** The time a snapshot's id begins with. */
export function readAtOf(id: string): string {
  return id.slice(0, 24).replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
}
