/** `rows`: cameras of a worksheet, readers of a report. */
export type FileOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly rows: number; readonly bytes: number }
  | { readonly kind: 'cancelled' };
