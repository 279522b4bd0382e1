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
  /** More characters than `readerLimits` allows. */
  | {
      readonly code: 'too long';
      readonly severity: 'blocks';
      readonly field: ReaderField;
      readonly characters: number;
    }
  /** `readers` with this very id, this one included. */
  | { readonly code: 'duplicate id'; readonly severity: 'blocks'; readonly id: string; readonly readers: number }
  /** `other` reads like this id but for case, spaces, look-alike letters or Unicode form. */
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
  /** A word with letters of another alphabet that look alike, e.g. a Cyrillic "а" in a Latin word, or as one of several. */
  | {
      readonly code: 'look-alike letters';
      readonly severity: 'warns';
      readonly field: ReaderField;
      readonly word: string;
    }
  /** `readers` with this very name, this one included. */
  | { readonly code: 'duplicate name'; readonly severity: 'warns'; readonly name: string; readonly readers: number }
  /** `other` reads like this name but for case, spaces, look-alike letters or Unicode form. */
  | { readonly code: 'near-duplicate name'; readonly severity: 'warns'; readonly name: string; readonly other: string }
  /** `word` is one slip of the keyboard away from `usual`, which many names of the list have. */
  | { readonly code: 'misspelt name'; readonly severity: 'warns'; readonly word: string; readonly usual: string }
  | { readonly code: 'placeholder name'; readonly severity: 'warns'; readonly name: string }
  /** Far shorter or longer than the others: half of the list's names have from `half[0]` to `half[1]` characters. */
  | {
      readonly code: 'unusual name length';
      readonly severity: 'warns';
      readonly characters: number;
      readonly half: readonly [from: number, to: number];
    };

export type IssueCode = ReaderIssue['code'];

/** Every code, in the order a summary counts them: first what blocks a push. */
export const issueCodes = [
  'empty id',
  'duplicate id',
  'control character',
  'broken character',
  'too long',
  'near-duplicate id',
  'duplicate name',
  'near-duplicate name',
  'empty name',
  'placeholder name',
  'misspelt name',
  'look-alike letters',
  'invisible character',
  'outer space',
  'double space',
  'long name',
  'unusual name length',
] as const satisfies readonly IssueCode[];

export type ReaderField = 'id' | 'name';

/** Names longer than this warn; Camio's guide gives no limit, so nothing is cut off. */
export const longNameCharacters = 64;
