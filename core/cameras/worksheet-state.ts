import type { PlannedReader } from './camera.ts';

/** What one row of Camio's settings page was set to by hand, by what a person ticked: a camera with its readers. */
export interface CarriedCamera {
  readonly cameraId: string;
  readonly cameraName: string;
  readonly readers: readonly PlannedReader[];
  /** When it was ticked, ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * How far the plan was carried to Camio by hand. A round begins with its first tick and ends when the person finishes it;
 * what was carried in rounds before is what Camio is taken to hold.
 */
export interface WorksheetState {
  /** When the round under way began; null between rounds. */
  readonly startedAt: string | null;
  /** When the last round was finished; null if none ever was. */
  readonly finishedAt: string | null;
  /** Every camera's last finished carrying. */
  readonly carried: readonly CarriedCamera[];
  /** Ticked in the round under way. A tick whose camera was planned otherwise since then no longer counts as done. */
  readonly ticked: readonly CarriedCamera[];
}

export const worksheetFormats = ['csv', 'xlsx', 'pdf'] as const;
export type WorksheetFormat = (typeof worksheetFormats)[number];

/** `changed`: cameras that differ from what was carried. `all`: every camera of the plan. */
export const worksheetScopes = ['changed', 'all'] as const;
export type WorksheetScope = (typeof worksheetScopes)[number];
