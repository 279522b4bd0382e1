/** What the same wizard imports, each into a place of its own. */
export const importTargets = ['readers', 'cameras'] as const;
export type ImportTarget = (typeof importTargets)[number];

/** Character encodings a file may be read in, by the names of the WHATWG encoding standard where it has them. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'gbk',
  'big5',
  'euc-kr',
  'macintosh',
  'mac-ce',
  'mac-cyrillic',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'cp850',
  'cp437',
  'cp852',
  'cp866',
] as const;
export type Encoding = (typeof encodings)[number];

/** One character, or `fixedWidth` where cells are told apart by their place in the line. */
export type Delimiter = string;
export const fixedWidth = 'fixed width';
/** Delimiters that are looked for and listed by name; any other character can be typed. */
export const commonDelimiters = [',', ';', '\t', '|'] as const;

/** What a quotation mark within a quoted cell looks like: `""`, `\"`, or quotation marks mean nothing. */
export const quoteStyles = ['doubled', 'backslash', 'none'] as const;
export type QuoteStyle = (typeof quoteStyles)[number];

/** Which sheet of a workbook: its place from 0, since two may have one name; or all that have the same columns. */
export type SheetChoice = number | 'together';

/** A sheet to choose. */
export interface SheetOption {
  readonly name: string;
  /** Hidden in the workbook; chosen only when asked for. */
  readonly isHidden: boolean;
}

/** How a file is to be read; null means as detected. */
export interface ReadOptions {
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly quotes: QuoteStyle | null;
  readonly sheet: SheetChoice | null;
  /** Which of several lists of a JSON file or a web page, by the name it has in `ImportTable.lists`. */
  readonly list: string | null;
  /** The line with the columns' names, counted from 1; 0 where there is none. */
  readonly headerLine: number | null;
  /** Whether lines that a workbook does not show are read too. */
  readonly takesHidden?: boolean;
}

export const asDetected: ReadOptions = {
  encoding: null,
  delimiter: null,
  quotes: null,
  sheet: null,
  list: null,
  headerLine: null,
};

/** How a file was read: what was detected, or what the person chose. A null does not apply to the file. */
export interface ReadAs {
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly quotes: QuoteStyle | null;
  readonly sheet: SheetChoice | null;
  readonly list: string | null;
  readonly headerLine: number;
}

/** A line of the file as cells. `line` is the line it starts on, counted from 1, as an editor or a spreadsheet shows it. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TableColumn {
  /** The column's name in the header line; '' where it has none. */
  readonly header: string;
  /** Rows in which it is not empty. */
  readonly filled: number;
}

/** Something about the file that the person should know. It does not stop the import. */
export type ReadNote =
  | { readonly code: 'byte order mark' | 'sep line' | 'no header found' | 'padding removed' }
  /** The file does not say its encoding, and its letters do not prove it. */
  | { readonly code: 'encoding guessed'; readonly encoding: Encoding }
  /** Quotation marks do not pair up as CSV has them, so the cells were read in another way. */
  | { readonly code: 'other quotes'; readonly quotes: QuoteStyle; readonly line: number }
  /** Characters that are not of the encoding and show as �; on `lines` lines, `first` being the first of them. */
  | { readonly code: 'undecodable characters'; readonly lines: number; readonly first: number }
  | { readonly code: 'uneven lines'; readonly lines: number; readonly first: number }
  /** Spaces around cells, which were left out. Never in a file of our own, whose texts are exact. */
  | { readonly code: 'outer spaces'; readonly lines: number; readonly first: number }
  /** Lines of a sheet that a filter or a person hid. */
  | { readonly code: 'hidden rows'; readonly lines: number; readonly first: number; readonly areTaken: boolean }
  /** The sheet itself is hidden. */
  | { readonly code: 'hidden sheet' }
  /** Sheets of the same columns that are not read. */
  | { readonly code: 'other lists'; readonly sheets: readonly string[] }
  /** Which of the lines stood in which sheet. */
  | {
      readonly code: 'sheets together';
      readonly spans: readonly { readonly sheet: string; readonly first: number; readonly last: number }[];
    }
  /** A text that stands for several rows, and was read for each of them; `first` as in A2:A3. */
  | { readonly code: 'merged cells'; readonly cells: number; readonly first: string }
  /** Formulas that the program which wrote the file did not compute; they are read as empty. `first` as in B2. */
  | { readonly code: 'formulas without value'; readonly cells: number; readonly first: string }
  /** Numbers that their format shows with more than their digits, such as 00123 for 123; read as shown. */
  | { readonly code: 'shown by format'; readonly cells: number; readonly first: string }
  /** Cells written as `="00123"` or with an apostrophe, which was taken off. */
  | { readonly code: 'text marks'; readonly lines: number; readonly first: number }
  | { readonly code: 'labels on every line' | 'one object' }
  /** Fields beside the list say that it is a page of a longer one. */
  | { readonly code: 'part of a list'; readonly signs: readonly string[] }
  /** The file is a web page or XML, whatever its name says. */
  | { readonly code: 'table of a page'; readonly tables: number }
  | { readonly code: 'blank lines skipped' | 'lines left out'; readonly lines: number };

/** The lines of a file that are no rows, by kind; `inside` are those within cells of several lines. */
export interface CountedLines {
  readonly total: number;
  readonly header: number;
  readonly blank: number;
  readonly inside: number;
}

/** A file as the wizard shows it: how it was read, its columns and its first rows. */
export interface ImportTable {
  readonly fileName: string;
  readonly bytes: number;
  readonly format: 'text' | 'xlsx' | 'json' | 'page';
  readonly sheets: readonly SheetOption[];
  /** The places of those that can be read together; none where there are fewer than two. */
  readonly together: readonly number[];
  /** Lines of the sheet that it does not show, and whether they were read; null where it shows all. */
  readonly hidden: { readonly lines: number; readonly areTaken: boolean } | null;
  /** The lists of a JSON file or a web page that can be chosen from; empty elsewhere. */
  readonly lists: readonly string[];
  readonly readAs: ReadAs;
  /** The same with every option as detected, so that the screen can mark what was changed. */
  readonly detected: ReadAs;
  readonly columns: readonly TableColumn[];
  /** Rows below the header. */
  readonly rows: number;
  /** The file's first lines as they are, title lines and header included, to choose the header line from. */
  readonly firstLines: readonly TableLine[];
  /** Where the header line is below those: it, with some lines before and after; else none. */
  readonly linesAroundHeader: readonly TableLine[];
  /** The number of the last line. */
  readonly lastLine: number;
  /** The first rows below the header. */
  readonly preview: readonly TableLine[];
  readonly notes: readonly ReadNote[];
  /** How the columns are bound to begin with, and why. */
  readonly mapping: ImportMapping;
  readonly mappingFrom: MappingSource;
}

/** `own export`: certain. `remembered`: as the person last bound these very columns. `guessed`: by names and contents. */
export type MappingSource = 'own export' | 'remembered' | 'guessed' | 'none';

/** The columns, by index, whose texts make a field, joined by the separator; empty ones are left out of a name. */
export interface ColumnBinding {
  readonly columns: readonly number[];
  readonly separator: string;
}

/** Which columns make which field. A reader's id has to be bound; a camera without one is known by its name. */
export interface ImportMapping {
  readonly id: ColumnBinding;
  readonly name: ColumnBinding;
  /** Our own export's column of other fields, or null. */
  readonly otherFields: number | null;
  /** For cameras. */
  readonly site: number | null;
}
