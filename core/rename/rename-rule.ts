/** One way to give many readers new names. */
export type RenameRule =
  | TextReplacement
  | PatternReplacement
  | { readonly kind: 'add'; readonly before: string; readonly after: string }
  | { readonly kind: 'case'; readonly to: LetterCase }
  | ({ readonly kind: 'clean up' } & CleanUp)
  | {
      readonly kind: 'number';
      readonly place: 'before' | 'after';
      /** Between the number and the name. */
      readonly separator: string;
      /** With zeros in front, at least so many. */
      readonly digits: number;
      readonly numbering: Numbering;
    }
  | { readonly kind: 'template'; readonly template: string; readonly numbering: Numbering };

export interface TextReplacement {
  readonly kind: 'replace';
  readonly find: string;
  readonly replacement: string;
  readonly matchCase: boolean;
}

/** `find` is a regular expression; `$1` in the replacement is its first group. Never run where it can freeze a window. */
export interface PatternReplacement extends Omit<TextReplacement, 'kind'> {
  readonly kind: 'replace pattern';
}

export const letterCases = ['lower', 'upper', 'title', 'sentence'] as const;
export type LetterCase = (typeof letterCases)[number];

export interface CleanUp {
  /** No space at either end, and no two in a row. */
  readonly spaces: boolean;
  /** Without characters that cannot be seen; odd spaces, tabs and line breaks become spaces. */
  readonly invisible: boolean;
  /** Accents joined to their letters (Unicode NFC), as keyboards type them. */
  readonly accents: boolean;
  /** Words in one alphabet, where there is only one that all their letters fit. */
  readonly lookAlikes: boolean;
}

export interface Numbering {
  readonly start: number;
  readonly step: number;
}
