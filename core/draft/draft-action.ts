import type { Reader } from '../readers/reader.ts';

/** Where a list comes from that becomes the draft as a whole. */
export const setListReasons = ['snapshot restored', 'push restored'] as const;
export type SetListReason = (typeof setListReasons)[number];

/** One act of the person on the draft. Row numbers are those of `Draft.rows`. Kept in the journal as they are. */
export type DraftAction =
  | { readonly kind: 'add'; readonly readers: readonly Reader[] }
  | { readonly kind: 'rename'; readonly names: readonly NewName[] }
  /** Only for a reader that is not in Camio yet: changing a known id would orphan what Camio mapped to it. */
  | { readonly kind: 'set id'; readonly row: number; readonly id: string }
  | { readonly kind: 'delete'; readonly rows: readonly number[] }
  /** Takes rows back to what Camio holds: a removed reader returns, a new name goes. */
  | { readonly kind: 'revert'; readonly rows: readonly number[] }
  /** Makes the draft this list, as one step: readers are matched by id, those it does not have are removed. */
  | { readonly kind: 'set list'; readonly readers: readonly Reader[]; readonly reason: SetListReason }
  /**
   * What came from a file or the clipboard, as one step: names for readers the draft has (one that was taken out of it
   * comes back under that name), readers it does not have, and rows to take out of it.
   */
  | {
      readonly kind: 'import' | 'paste';
      readonly names: readonly NewName[];
      readonly readers: readonly Reader[];
      readonly removed: readonly number[];
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export interface NewName {
  readonly row: number;
  readonly name: string;
}

/** What an action, or a merge with Camio's list, did row by row to the draft's side. Undoing is applying it backwards. */
export interface Step {
  readonly action: Exclude<DraftAction['kind'], 'undo' | 'redo'> | 'merge';
  readonly edits: readonly RowEdit[];
}

export interface RowEdit {
  readonly row: number;
  readonly before: Reader | null;
  readonly after: Reader | null;
}
