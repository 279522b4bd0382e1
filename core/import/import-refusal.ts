/** Why a file cannot be read, or not any further. */
export type ImportRefusal =
  | {
      readonly code:
        | 'empty file'
        | 'no rows'
        | 'binary'
        | 'damaged workbook'
        | 'workbook too large'
        | 'list of changes';
    }
  | { readonly code: 'too large'; readonly bytes: number }
  | { readonly code: 'too many rows' | 'too many columns' }
  | { readonly code: 'unclosed quote' | 'text after quote'; readonly line: number }
  | { readonly code: 'other program'; readonly program: ForeignFile }
  | { readonly code: 'no such sheet'; readonly sheet: string }
  | { readonly code: 'not JSON' }
  | { readonly code: 'other JSON'; readonly why: string };

/** Files that look like workbooks and are none that can be read. */
export type ForeignFile =
  | 'old Excel'
  | 'binary Excel'
  | 'protected Excel'
  | 'OpenDocument'
  | 'Numbers'
  | 'ZIP'
  | 'PDF'
  | 'picture';

/** What is more than this is no list of readers, and takes more memory than a computer can be asked for. */
export const importLimits = { bytes: 100 * 1024 * 1024, rows: 1_048_576, columns: 1_000 } as const;
