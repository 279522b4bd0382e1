import { readerLimits } from '../readers/reader.ts';
import { exhaustive } from '../result.ts';
import { counted, formatCount } from '../text/amounts.ts';
import type { Damage, DoubtfulName, LeftOutRow, RowError } from './import-comparison.ts';
import {
  type Delimiter,
  type Encoding,
  fixedWidth,
  type MappingSource,
  type QuoteStyle,
  type ReadNote,
} from './import-table.ts';
import type { LeftOutReason } from './left-out-line.ts';

const count = (amount: number): string => formatCount(amount);
const lines = (amount: number): string => counted(amount, 'line');

const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'windows-1257': 'Windows-1257',
  'windows-1258': 'Windows-1258',
  'windows-874': 'Windows-874',
  shift_jis: 'Shift-JIS',
  'euc-jp': 'EUC-JP',
  gbk: 'GBK',
  big5: 'Big5',
  'euc-kr': 'EUC-KR',
  macintosh: 'Mac Roman',
  'mac-ce': 'Mac Central European',
  'mac-cyrillic': 'Mac Cyrillic',
  'iso-8859-2': 'ISO 8859-2',
  'iso-8859-5': 'ISO 8859-5',
  'iso-8859-7': 'ISO 8859-7',
  'iso-8859-15': 'ISO 8859-15',
  'koi8-r': 'KOI8-R',
  'koi8-u': 'KOI8-U',
  cp437: 'DOS 437',
  cp850: 'DOS 850',
  cp852: 'DOS 852',
  cp866: 'DOS 866',
};

const delimiterNames: Readonly<Partial<Record<Delimiter, string>>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Pipe',
  [fixedWidth]: 'Fixed width',
  ' ': 'Space',
};

const quoteNames: Readonly<Record<QuoteStyle, string>> = {
  doubled: 'Doubled',
  backslash: 'Backslash',
  none: 'None',
};

export const encodingName = (encoding: Encoding): string => encodingNames[encoding];
export const delimiterName = (delimiter: Delimiter): string => delimiterNames[delimiter] ?? delimiter;
export const quoteName = (quotes: QuoteStyle): string => quoteNames[quotes];

const warnings: ReadonlySet<ReadNote['code']> = new Set([
  'undecodable characters',
  'uneven lines',
  'no header found',
  'hidden rows',
  'hidden sheet',
  'other lists',
  'merged cells',
  'formulas without value',
  'encoding guessed',
  'part of a list',
  'other quotes',
]);

/** Whether a note tells of something that may be wrong, rather than of how the file was understood. */
export function isWarning({ code }: ReadNote): boolean {
  return warnings.has(code);
}

/** One sentence about the file, with what to do where something may be wrong. */
export function phraseNote(note: ReadNote): string {
  switch (note.code) {
    case 'byte order mark':
      return 'The file starts with a mark that says its encoding.';
    case 'sep line':
      return 'The first line names the delimiter (sep=) and is no data.';
    case 'no header found':
      return 'No line with column names was found. If there is one, choose it below.';
    case 'padding removed':
      return 'Characters that only fill up cells, or end the file, were left out.';
    case 'encoding guessed':
      return `The file does not say its encoding. It reads best as ${encodingName(note.encoding)}: if a name looks wrong, choose another encoding.`;
    case 'other quotes':
      return note.quotes === 'backslash'
        ? `Quotation marks within cells have a backslash before them (first on line ${count(note.line)}).`
        : `Quotation marks on line ${count(note.line)} do not pair up, so they were read as part of the text.`;
    case 'undecodable characters':
      return `Characters on ${lines(note.lines)} are not of this encoding and show as � (first on line ${count(note.first)}). Try another encoding.`;
    case 'uneven lines':
      return `${lines(note.lines)} ${note.lines === 1 ? 'has' : 'have'} more or fewer cells than the header (first line ${count(note.first)}). If that looks wrong, try another delimiter.`;
    case 'outer spaces':
      return `Spaces around cells on ${lines(note.lines)} were left out (first line ${count(note.first)}).`;
    case 'text marks':
      return `Cells on ${lines(note.lines)} are marked as text with ="…" or an apostrophe, which was taken off (first line ${count(note.first)}).`;
    case 'one object':
      return 'The file holds one object and no list. It is read as one row.';
    case 'part of a list':
      return `This is a part of a longer list (${note.signs.join(', ')}). It can be added to the list, but cannot replace it.`;
    case 'table of a page':
      return note.tables === 1
        ? 'The file is a web page or XML, whatever its name says. Its table is read.'
        : `The file is a web page or XML, whatever its name says. It has ${count(note.tables)} tables: choose one above.`;
    case 'labels on every line':
      return 'The columns’ names stand on every line, beside their values.';
    case 'lines left out':
      return `${lines(note.lines)} ${note.lines === 1 ? 'does' : 'do'} not look like a row and ${note.lines === 1 ? 'was' : 'were'} left out. The step Compare shows ${note.lines === 1 ? 'it' : 'them'}, and can take ${note.lines === 1 ? 'it' : 'them'} in.`;
    case 'blank lines skipped':
      return `${lines(note.lines)} ${note.lines === 1 ? 'was' : 'were'} blank and skipped.`;
    case 'hidden rows': {
      const are = note.lines === 1 ? 'is' : 'are';
      return `${lines(note.lines)} ${are} hidden in the sheet, by a filter or by hand (first line ${count(note.first)}), and ${are} ${note.areTaken ? 'read too' : 'left out'}.`;
    }
    case 'hidden sheet':
      return 'This sheet is hidden in the workbook.';
    case 'other lists':
      return `${counted(note.sheets.length, 'other sheet has', 'other sheets have')} a list with the same columns and ${note.sheets.length === 1 ? 'is' : 'are'} not read: ${someOf(note.sheets)}. To import all of them, choose them together as the sheet.`;
    case 'sheets together':
      return `Read together: ${someOf(note.spans.map(({ sheet, first, last }) => `“${sheet}” (lines ${count(first)} to ${count(last)})`))}.`;
    case 'merged cells':
      return `${counted(note.cells, 'merged cell')} ${note.cells === 1 ? 'spans' : 'span'} several rows (first ${note.first}). Each of those rows is read with the merged text.`;
    case 'formulas without value':
      return `${counted(note.cells, 'formula')} ${note.cells === 1 ? 'has' : 'have'} no stored result and ${note.cells === 1 ? 'is' : 'are'} read as empty (first ${note.first}). Open the file in a spreadsheet program, save it, then choose it again.`;
    case 'shown by format':
      return `${counted(note.cells, 'number')} ${note.cells === 1 ? 'is' : 'are'} read as the sheet shows ${note.cells === 1 ? 'it' : 'them'}, zeros of the cell format included (first ${note.first}).`;
    default:
      return exhaustive(note);
  }
}

const mostNamed = 10;

/** The first names of a list, and how many more there are. */
function someOf(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${count(more)} more` : names.join(', ');
}

/** Where the binding of the columns came from. */
export function phraseMappingSource(source: MappingSource): string {
  switch (source) {
    case 'own export':
      return 'This is a file that Reader Desk exported, so its columns are known.';
    case 'remembered':
      return 'Bound as you last bound these columns.';
    case 'guessed':
      return 'Guessed from the columns’ names and contents. Check the preview.';
    case 'none':
      return 'It could not be told which column is which. Choose them here.';
    default:
      return exhaustive(source);
  }
}

/** Why a row of the file cannot be imported. */
export function phraseRowError({ code, otherLine }: RowError): string {
  switch (code) {
    case 'empty id':
      return 'It has no ID.';
    case 'control character':
      return 'It has a control character. Remove it in the file.';
    case 'broken character':
      return 'It has half a character. Type it again in the file.';
    case 'too long':
      return `Its ID or name has more than ${count(readerLimits.characters)} characters. Shorten it in the file.`;
    case 'id repeats':
      return otherLine === null
        ? 'Another line has the same ID with another name.'
        : `Line ${count(otherLine)} has the same ID with another name.`;
    case 'too many cells':
      return 'It has more cells than the file has columns. Correct it in the file, or take its name as proposed.';
    case 'several cameras':
      return 'It has no ID, and several cameras of the plan have this name. Give it an ID or a site in the file.';
    case 'other fields are not JSON':
      return 'Its other fields cannot be read. They are JSON in a file that Reader Desk exported.';
    default:
      return exhaustive(code);
  }
}

/** Why a line is not among the rows. */
export function phraseLeftOut({ reason, otherLine }: Pick<LeftOutRow, 'reason' | 'otherLine'>): string {
  return reason === 'equal line' ? `Says what line ${count(otherLine ?? 0)} says` : leftOutTexts[reason];
}

const leftOutTexts: Readonly<Record<LeftOutReason, string>> = {
  'above header': 'Above the header line',
  'second header': 'A second header line',
  'repeated header': 'The header line again',
  rule: 'A line of dashes or signs',
  total: 'A total',
  footer: 'The end or the heading of a page or report',
  heading: 'The heading of a group',
  'other table': 'Of another table',
  markers: 'Nothing but markers such as NULL',
  'no labels': 'Without the labels of the other lines',
};

/** What is doubtful about a name. */
export function phraseNameDoubt({ doubt, proposed }: Pick<DoubtfulName, 'doubt' | 'proposed'>): string {
  switch (doubt) {
    case 'marker':
      return 'A marker, no name';
    case 'too many cells':
      return 'More cells than columns: probably part of the name';
    case 'line break':
      return 'Has a line break';
    case 'double space':
      return 'Has doubled spaces';
    case 'double UTF-8':
      return proposed === '' ? 'Garbled' : 'Garbled: encoded twice';
    default:
      return exhaustive(doubt);
  }
}

/** What a spreadsheet did to an id. */
export function phraseDamage(damage: Damage): string {
  switch (damage) {
    case 'lost leading zeros':
      return 'Lost leading zeros';
    case 'scientific notation':
      return 'Scientific notation';
    case 'rounded number':
      return 'Rounded number';
    case 'date':
      return 'Turned into a date';
    case 'decimal places':
      return 'Decimal places added';
    case 'thousands separators':
      return 'Thousands separators';
    case 'GUID form':
      return 'GUID written otherwise';
    case 'text mark':
      return 'Marked as text';
    case 'case or spaces':
      return 'Case, spaces or look-alikes';
    case 'same name':
      return 'Same name, other ID';
    default:
      return exhaustive(damage);
  }
}
