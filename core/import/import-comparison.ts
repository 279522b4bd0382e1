import type { NameDoubt } from './doubtful-name.ts';
import type { CountedLines } from './import-table.ts';
import type { LeftOutReason } from './left-out-line.ts';

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
  /** Lines with a damaged ID that the person leaves out. */
  readonly leftOut: readonly number[];
  /** Lines left out by themselves that the person takes in. */
  readonly takenIn: readonly number[];
  /** Lines whose name is taken as proposed where that is only offered, and as it stands where that is done by itself. */
  readonly otherNames: readonly number[];
}

export const firstChoices: ImportChoices = {
  mode: 'update and add',
  leaveOutErrors: false,
  repairs: [],
  leftOut: [],
  takenIn: [],
  otherNames: [],
};

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
  | 'other fields are not JSON'
  /** A row with more cells than columns that is not taken as proposed. */
  | 'too many cells'
  /** A camera without an ID whose name several cameras of the plan have. */
  | 'several cameras';

export interface RowError {
  readonly line: number;
  readonly code: RowErrorCode;
  readonly id: string;
  readonly name: string;
  readonly otherLine: number | null;
}

/** What spreadsheets and other programs do to ids. `same name`: nothing shows it, but a missing reader has the name. */
export const damages = [
  'lost leading zeros',
  'scientific notation',
  'rounded number',
  'date',
  'decimal places',
  'thousands separators',
  'GUID form',
  'text mark',
  'case or spaces',
  'same name',
] as const;
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

/** A row whose name is doubtful. `isByItself`: it is taken as proposed unless the person says otherwise. */
export interface DoubtfulName {
  readonly line: number;
  readonly id: string;
  readonly doubt: NameDoubt;
  readonly found: string;
  /** '' where the file says nothing about the name. */
  readonly proposed: string;
  readonly isByItself: boolean;
  /** The name the list has now; null for a new reader. */
  readonly nameBefore: string | null;
}

/** A line that is not among the rows. `equal line`: it says what `otherLine` says. */
export interface LeftOutRow {
  readonly line: number;
  readonly reason: LeftOutReason | 'equal line';
  readonly cells: readonly string[];
  readonly otherLine: number | null;
  readonly isTakenIn: boolean;
  /** An equal line of a reader says nothing more when it is taken in. */
  readonly canBeTakenIn: boolean;
}

/** What became of the lines of the file: they add up to `total`. */
export interface LineAccount extends CountedLines {
  readonly read: number;
  readonly leftOut: number;
  readonly errors: number;
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
  /** New ids under the name of a reader that the file does not have otherwise: perhaps the same reader. */
  readonly links: FirstOf<ProposedRepair> & { readonly lines: readonly number[] };
  /** `lines`: those whose proposal is only offered, to confirm them at once. */
  readonly names: FirstOf<DoubtfulName> & { readonly lines: readonly number[] };
  readonly leftOut: FirstOf<LeftOutRow>;
  readonly account: LineAccount;
  /** The file is a part of a longer list, so that it can replace none. */
  readonly isPart: boolean;
}
