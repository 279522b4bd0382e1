import type { AppError } from '../app-error.ts';
import type { QuoteStyle } from './import-table.ts';

/** Why a file cannot be read, or not any further. */
export type ImportRefusal =
  | {
      readonly code: 'empty file' | 'no rows' | 'binary' | 'list of changes';
    }
  | { readonly code: 'too large'; readonly bytes: number }
  | { readonly code: 'too many rows' | 'too many columns' }
  | {
      readonly code: 'unclosed quote' | 'text after quote';
      readonly line: number;
      /** Other ways to read quotation marks that the person may choose. */
      readonly offers: readonly QuoteStyle[];
    }
  | { readonly code: 'other program'; readonly program: ForeignFile }
  | { readonly code: 'no such sheet' }
  | WorkbookRefusal
  | { readonly code: 'not JSON' }
  | { readonly code: 'other JSON'; readonly why: string };

/** Why a workbook, or one of its sheets, cannot be read. */
export type WorkbookRefusal =
  | {
      readonly code: 'damaged workbook';
      readonly what: WorkbookDamage;
      /** The part of the file that has it, or null for the file. */
      readonly part: string | null;
    }
  | { readonly code: 'workbook too large'; readonly what: 'parts' | 'unpacked' | 'cells' | 'characters' }
  /** Which no spreadsheet program can show. `cell` as it stands in the file. */
  | { readonly code: 'cell beyond the sheet'; readonly sheet: string; readonly cell: string }
  | { readonly code: 'too many columns in sheet'; readonly sheet: string; readonly cell: string };

export type WorkbookDamage =
  | 'no directory'
  | 'no workbook'
  | 'part twice'
  | 'part missing'
  | 'part encrypted'
  | 'cannot unpack'
  | 'not well-formed'
  | 'document type'
  | 'too deep'
  | 'not a reference'
  | 'no such text';

/** Why a file was not read, in sentences, and other ways to read its quotation marks. */
export interface UnreadFile extends AppError {
  readonly offers: readonly QuoteStyle[];
}

/** Files that look like workbooks and are none that can be read. */
export type ForeignFile =
  | 'old Excel'
  | 'binary Excel'
  | 'protected Excel'
  | 'OpenDocument'
  | 'Numbers'
  | 'Word'
  | 'PowerPoint'
  | 'ZIP'
  | 'PDF'
  | 'picture';

/** What is more than this is no list of readers, and takes more memory than a computer can be asked for. */
export const importLimits = { bytes: 100 * 1024 * 1024, rows: 1_048_576, columns: 1_000 } as const;
