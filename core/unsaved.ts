/** Edits to something of a connection that the window holds and that are not on disk. */
export interface Unsaved {
  readonly connectionId: string;
  readonly of: 'draft' | 'camera plan';
  readonly edits: number;
  /** Why they could not be saved and what helps, in sentences; null where saving is still going on. */
  readonly reason: string | null;
}
