export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a person chose for this installation. Small, versioned, kept by electron-store in main. */
export interface Settings {
  readonly theme: Theme;
  /** Labels put on every new test event beside the unique one. */
  readonly defaultLabels: readonly string[];
}

export const defaultSettings: Settings = { theme: 'system', defaultLabels: ['reader-desk-test'] };
