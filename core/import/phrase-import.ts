import { readerLimits } from '../readers/reader.ts';
import { exhaustive } from '../result.ts';
import { counted, formatCount } from '../text/amounts.ts';
import type { Damage, RowError } from './import-comparison.ts';
import type { Delimiter, Encoding, MappingSource, ReadNote } from './import-table.ts';

const count = (amount: number): string => formatCount(amount);
const lines = (amount: number): string => counted(amount, 'line');

const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Pipe',
};

export const encodingName = (encoding: Encoding): string => encodingNames[encoding];
export const delimiterName = (delimiter: Delimiter): string => delimiterNames[delimiter];

const warnings: ReadonlySet<ReadNote['code']> = new Set([
  'undecodable characters',
  'uneven lines',
  'no header found',
  'hidden rows',
  'hidden sheet',
  'other lists',
  'merged cells',
  'formulas without value',
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
    case 'undecodable characters':
      return `Characters on ${lines(note.lines)} are not of this encoding and show as � (first on line ${count(note.first)}). Try another encoding.`;
    case 'uneven lines':
      return `${lines(note.lines)} ${note.lines === 1 ? 'has' : 'have'} more or fewer cells than the header (first line ${count(note.first)}). If that looks wrong, try another delimiter.`;
    case 'outer spaces':
      return `Spaces around cells on ${lines(note.lines)} were left out (first line ${count(note.first)}).`;
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
    case 'other fields are not JSON':
      return 'Its other fields cannot be read. They are JSON in a file that Reader Desk exported.';
    default:
      return exhaustive(code);
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
    default:
      return exhaustive(damage);
  }
}
