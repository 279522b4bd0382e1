import type { AppError } from '../app-error.ts';
import { exhaustive } from '../result.ts';
import { counted, formatCount } from '../text/amounts.ts';
import {
  type ForeignFile,
  type ImportRefusal,
  importLimits,
  type UnreadFile,
  type WorkbookDamage,
  type WorkbookRefusal,
} from './import-refusal.ts';

const count = (amount: number): string => formatCount(amount);
const megabytes = (bytes: number): string => count(Math.ceil(bytes / (1024 * 1024)));

/** Why the file cannot be imported, for the screen. */
export function phraseRefusal(refusal: ImportRefusal, fileName: string): UnreadFile {
  const { why, next } = phrase(refusal, `“${fileName}”`);
  return { code: 'invalid-input', message: why, next, offers: 'offers' in refusal ? refusal.offers : [] };
}

/** The engine ended the process that reads the file. */
export function phraseReadingEnded(fileName: string): AppError {
  return {
    code: 'invalid-input',
    message: `Reading “${fileName}” ended before it was done: something in the file is too much to read. Nothing was changed.`,
    next: 'Save the list as CSV, or only its columns with ID and name, and choose that file.',
  };
}

/** `limitMs` is how long it was given. */
export function phraseTooSlow(fileName: string, limitMs: number): AppError {
  return {
    code: 'invalid-input',
    message: `Reading “${fileName}” took more than ${counted(Math.round(limitMs / 1_000), 'second')}, so it was stopped. Nothing was changed.`,
    next: 'Split the list into several files, or save it as CSV, and import those.',
  };
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
        next: 'Choose below how quotation marks are meant. Or correct that line in the file and choose it again.',
      };
    case 'text after quote':
      return {
        why: `A quotation mark closes a cell too early on line ${count(refusal.line)} of ${file}: text follows it before the next cell.`,
        next: 'Choose below how quotation marks are meant. Or double those that belong to the text and choose the file again.',
      };
    case 'other program':
      return phraseForeign(refusal.program, file);
    case 'damaged workbook':
      return {
        why: `${file} is a damaged workbook: ${phraseDamagedWorkbook(refusal.what, refusal.part)}`,
        next: 'Open it in a spreadsheet program, save it under a new name, then choose that file.',
      };
    case 'workbook too large':
      return {
        why: `${file} ${phraseTooLarge(refusal.what)}, which is more than a list of readers can be. It was not read.`,
        next: 'Save the sheet with the readers as a workbook of its own or as CSV, then choose that file.',
      };
    case 'cell beyond the sheet':
      return {
        why: `The sheet “${refusal.sheet}” of ${file} has ${refusal.cell.startsWith('row') ? refusal.cell : `the cell ${refusal.cell}`}, and a sheet ends at XFD1048576.`,
        next: 'No spreadsheet program writes such a file. Export the list again, then choose that file.',
      };
    case 'too many columns in sheet':
      return {
        why: `The sheet “${refusal.sheet}” of ${file} has a text in ${refusal.cell}, beyond the ${count(importLimits.columns)} columns that can be imported.`,
        next: 'Delete what is not part of the list, or copy the list into a sheet of its own, then choose that file.',
      };
    case 'no such sheet':
      return { why: `${file} has no such sheet.`, next: 'Choose another sheet.' };
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

/** The rest of the sentence `… is a damaged workbook: …`. */
function phraseDamagedWorkbook(what: WorkbookDamage, part: string | null): string {
  const its = `its part “${part ?? ''}”`;
  switch (what) {
    case 'no directory':
      return 'it breaks off, or its table of contents cannot be read.';
    case 'no workbook':
      return 'it does not say which of its parts is the workbook.';
    case 'part twice':
      return `${its} is in it twice.`;
    case 'part missing':
      return `${its} is missing.`;
    case 'part encrypted':
      return `${its} is encrypted.`;
    case 'cannot unpack':
      return `${its} cannot be unpacked.`;
    case 'not well-formed':
      return `${its} is not well-formed XML.`;
    case 'document type':
      return `${its} has a document type, which no spreadsheet program writes.`;
    case 'too deep':
      return `${its} is nested too deep.`;
    case 'not a reference':
      return `${its} has a cell whose reference is not one.`;
    case 'no such text':
      return `${its} refers to a text that is not in the file.`;
    default:
      return exhaustive(what);
  }
}

function phraseTooLarge(what: Extract<WorkbookRefusal, { code: 'workbook too large' }>['what']): string {
  switch (what) {
    case 'parts':
      return 'is made of more than 10,000 parts';
    case 'unpacked':
      return 'unpacks to more than 256 MB';
    case 'cells':
      return 'has more than 24 million cells';
    case 'characters':
      return 'has more than 200 million characters in its cells';
    default:
      return exhaustive(what);
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
    case 'Word':
    case 'PowerPoint':
      return {
        why: `${file} is a ${program} document, not a list.`,
        next: 'Copy its table into a spreadsheet, save it as XLSX or CSV, then choose that file.',
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
