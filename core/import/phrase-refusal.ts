import type { AppError } from '../app-error.ts';
import { exhaustive } from '../result.ts';
import { formatCount } from '../text/amounts.ts';
import { type ForeignFile, type ImportRefusal, importLimits } from './import-refusal.ts';

const count = (amount: number): string => formatCount(amount);
const megabytes = (bytes: number): string => count(Math.ceil(bytes / (1024 * 1024)));

/** Why the file cannot be imported, for the screen. */
export function phraseRefusal(refusal: ImportRefusal, fileName: string): AppError {
  const { why, next } = phrase(refusal, `“${fileName}”`);
  return { code: 'invalid-input', message: why, next };
}

/** The thread that reads the file ran out of memory. */
export function phraseOutOfMemory(fileName: string): AppError {
  return {
    code: 'invalid-input',
    message: `“${fileName}” needs more memory than Reader Desk gives to one file, so it was not read.`,
    next: 'Split the list into several files, or save it as CSV, and import those.',
  };
}

function phrase(refusal: ImportRefusal, file: string): { readonly why: string; readonly next: string } {
  switch (refusal.code) {
    case 'empty file':
      return { why: `${file} is empty.`, next: 'Export the list again, then choose that file.' };
    case 'no rows':
      return { why: `${file} has no rows.`, next: 'Choose another sheet or another file.' };
    case 'binary':
      return {
        why: `${file} is not a text file, a workbook or JSON.`,
        next: 'Export the list as CSV, XLSX or JSON, then choose that file.',
      };
    case 'too large':
      return {
        why: `${file} has ${megabytes(refusal.bytes)} MB. Files of up to ${megabytes(importLimits.bytes)} MB can be imported.`,
        next: 'Export only the columns with ID and name, or split the list into several files.',
      };
    case 'too many rows':
      return {
        why: `${file} has more than ${count(importLimits.rows)} rows.`,
        next: 'Split the list into several files and import one after the other.',
      };
    case 'too many columns':
      return {
        why: `Read this way, ${file} has lines of more than ${count(importLimits.columns)} columns, which is more than can be imported.`,
        next: 'Check how the cells are separated, or export fewer columns.',
      };
    case 'unclosed quote':
      return {
        why: `A quotation mark opens a cell on line ${count(refusal.line)} of ${file} and is never closed.`,
        next: 'Put the closing quotation mark into that line, or double the mark if it belongs to the text, then choose the file again.',
      };
    case 'text after quote':
      return {
        why: `A quotation mark closes a cell too early on line ${count(refusal.line)} of ${file}: text follows it before the next cell.`,
        next: 'Double the quotation marks that belong to the text, then choose the file again.',
      };
    case 'other program':
      return phraseForeign(refusal.program, file);
    case 'damaged workbook':
      return {
        why: `${file} is a damaged workbook: its contents cannot be unpacked.`,
        next: 'Open it in Excel, save it under a new name, then choose that file.',
      };
    case 'workbook too large':
      return {
        why: `${file} unpacks to more than a workbook of readers can be, so it was not opened.`,
        next: 'Save the sheet with the readers as a workbook of its own or as CSV, then choose that file.',
      };
    case 'no such sheet':
      return { why: `${file} has no sheet “${refusal.sheet}”.`, next: 'Choose another sheet.' };
    case 'not JSON':
      return {
        why: `${file} begins like JSON but is not, or breaks off early.`,
        next: 'Export it again, then choose that file.',
      };
    case 'other JSON':
      return {
        why: `${file} is JSON of another shape: ${refusal.why}`,
        next: 'Choose a file with a list of objects, for example the body of Camio’s device list.',
      };
    case 'list of changes':
      return {
        why: `${file} is an export of changes, not of a list of readers.`,
        next: 'Export the draft or Camio’s list, then choose that file.',
      };
    default:
      return exhaustive(refusal);
  }
}

function phraseForeign(program: ForeignFile, file: string): { readonly why: string; readonly next: string } {
  switch (program) {
    case 'protected Excel':
      return {
        why: `${file} is protected with a password.`,
        next: 'Open it in Excel, save it without a password, then choose that file.',
      };
    case 'old Excel':
      return {
        why: `${file} is a workbook of Excel 2003 or older.`,
        next: 'Open it in Excel and save it as “Excel Workbook (*.xlsx)”, then choose that file.',
      };
    case 'binary Excel':
      return {
        why: `${file} is a binary workbook (.xlsb).`,
        next: 'Open it in Excel and save it as “Excel Workbook (*.xlsx)”, then choose that file.',
      };
    case 'OpenDocument':
      return {
        why: `${file} is an OpenDocument file, as LibreOffice saves it.`,
        next: 'Open it there and save it as “Excel 2007–365 (.xlsx)” or as CSV, then choose that file.',
      };
    case 'Numbers':
      return {
        why: `${file} is a file of Apple Numbers.`,
        next: 'Open it in Numbers and export it to Excel or CSV, then choose that file.',
      };
    case 'ZIP':
      return { why: `${file} is a ZIP file.`, next: 'Unpack it, then choose the file with the list.' };
    case 'PDF':
    case 'picture':
      return {
        why: `${file} is a ${program}, not a list.`,
        next: 'Export the list as CSV, XLSX or JSON, then choose that file.',
      };
    default:
      return exhaustive(program);
  }
}
