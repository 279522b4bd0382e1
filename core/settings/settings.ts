export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a person chose for this installation. Small, versioned, kept by electron-store in main. */
export interface Settings {
  readonly theme: Theme;
  /** Labels put on every new test event beside the unique one. */
  readonly defaultLabels: readonly string[];
  /** How many of a connection's snapshots are kept, however old they are. */
  readonly keepSnapshots: number;
  /** For how many days every snapshot is kept, however many there are. */
  readonly keepSnapshotsDays: number;
}

/** The least and the most that can be chosen. The newest snapshot is always kept. */
export const retentionLimits = {
  keepSnapshots: { min: 1, max: 10_000 },
  keepSnapshotsDays: { min: 1, max: 3_650 },
} as const;

export const defaultSettings: Settings = {
  theme: 'system',
  defaultLabels: ['reader-desk-test'],
  keepSnapshots: 200,
  keepSnapshotsDays: 365,
};
