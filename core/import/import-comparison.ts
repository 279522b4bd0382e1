/** `update and add` leaves alone what the file does not have; `replace` removes it. */
export const importModes = ['update and add', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

/** What the person decides on the compare step. */
export interface ImportChoices {
  readonly mode: ImportMode;
  /** Import the other rows although some have errors. */
  readonly leaveOutErrors: boolean;
  /** Lines whose proposed repair the person confirmed. The others are taken as the file has them. */
  readonly repairs: readonly number[];
}

/** One row of the file beside what the list has. `line` as in `TableLine`; 0 for what the file does not have. */
export interface ComparedRow {
  readonly line: number;
  readonly id: string;
  /** The name as it would be, '' where the row goes. */
  readonly name: string;
  /** The name the list has now, or null where it has no such id. */
  readonly nameBefore: string | null;
}

export type RowErrorCode =
  | 'empty id'
  | 'control character'
  | 'broken character'
  | 'too long'
  /** The same id on another line with another name; `otherLine` says which. Equal rows count once and are no error. */
  | 'id repeats'
  | 'other fields are not JSON';

export interface RowError {
  readonly line: number;
  readonly code: RowErrorCode;
  readonly id: string;
  readonly name: string;
  readonly otherLine: number | null;
}

/** What a spreadsheet does to ids when it takes them for numbers. */
export const damages = ['lost leading zeros', 'scientific notation', 'rounded number'] as const;
export type Damage = (typeof damages)[number];

/** A row whose id looks damaged, and the id of the list that it probably was. */
export interface ProposedRepair {
  readonly line: number;
  readonly damage: Damage;
  readonly found: string;
  readonly proposed: string;
  /** The file's name for it beside the list's name for the proposed id, for the person to judge by. */
  readonly name: string;
  readonly knownName: string;
}

/** The first rows of a kind, with how many there are in all. */
export interface FirstOf<T> {
  readonly total: number;
  readonly first: readonly T[];
}

/** What an import would do to the list. All of it counts with the confirmed repairs applied. */
export interface ImportComparison {
  readonly added: FirstOf<ComparedRow>;
  readonly renamed: FirstOf<ComparedRow>;
  readonly unchanged: number;
  /** In the list and not in the file: removed in mode `replace`, else left as they are. */
  readonly missing: FirstOf<ComparedRow>;
  readonly errors: FirstOf<RowError>;
  /** Every proposed repair, confirmed or not; `lines` are all the lines, to confirm them at once. */
  readonly repairs: FirstOf<ProposedRepair> & { readonly lines: readonly number[] };
  /** The other ids of the file that look damaged, e.g. `7.39E+09`: nothing in the list fits, or several do. */
  readonly suspects: FirstOf<Pick<ProposedRepair, 'line' | 'damage' | 'found' | 'name'>>;
}
