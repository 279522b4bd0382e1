/** What can be wrong with a reader. `blocks`: a push is refused while it lasts. `warns`: shown, never changed by itself. */
export type ReaderIssue =
  | { readonly code: 'empty id'; readonly severity: 'blocks' }
  /** `codePoint` is the character, `at` its place in the text counted from 1. */
  | {
      readonly code: 'control character' | 'broken character';
      readonly severity: 'blocks';
      readonly field: ReaderField;
      readonly codePoint: number;
      readonly at: number;
    }
  /** `readers` with this very id, this one included. */
  | { readonly code: 'duplicate id'; readonly severity: 'blocks'; readonly id: string; readonly readers: number }
  /** `other` reads like this id but for case, spaces or Unicode form. */
  | { readonly code: 'near-duplicate id'; readonly severity: 'warns'; readonly id: string; readonly other: string }
  | { readonly code: 'empty name'; readonly severity: 'warns' }
  | { readonly code: 'long name'; readonly severity: 'warns'; readonly characters: number }
  | { readonly code: 'outer space' | 'double space'; readonly severity: 'warns'; readonly field: ReaderField }
  | {
      readonly code: 'invisible character';
      readonly severity: 'warns';
      readonly field: ReaderField;
      readonly codePoint: number;
      readonly at: number;
    }
  /** A word with letters of several alphabets that look alike, e.g. a Cyrillic "а" in a Latin word. */
  | {
      readonly code: 'look-alike letters';
      readonly severity: 'warns';
      readonly field: ReaderField;
      readonly word: string;
    };

export type ReaderField = 'id' | 'name';

/** Names longer than this warn; Camio's guide gives no limit, so nothing is cut off. */
export const longNameCharacters = 64;
