import readXlsxFile from 'read-excel-file/node';
import type { ImportRefusal } from '../../core/import/import-refusal.ts';
import type { ImportSheet } from '../../core/import/import-sheet.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { kindOfZip } from './foreign-file.ts';
import { numberText, workbookCell } from './workbook-cell.ts';
import { unpacksWithin, zipEntries } from './zip-entries.ts';

export interface WorkbookSheet extends ImportSheet {
  readonly name: string;
}

/** What a workbook may unpack to. 100,000 rows of five columns are some 30 MB. */
const mostUnpackedBytes = 256 * 1024 * 1024;
/** Sheets pack to a tenth or a twentieth. More than a hundredth is made for unpacking, once it is more than a trifle. */
const mostPackedTimes = 100;
const trifleBytes = 10 * 1024 * 1024;

/** The sheets of an XLSX file, in their order. What it unpacks to is counted before the library sees it. */
export async function readWorkbook(zip: Buffer): Promise<Result<WorkbookSheet[], ImportRefusal>> {
  const entries = zipEntries(zip);
  if (!entries) return fail({ code: 'damaged workbook' });
  const foreign = kindOfZip(entries.map(({ name }) => name));
  if (foreign) return fail({ code: 'other program', program: foreign });
  // Of all others, pictures for example, nothing is unpacked.
  const read = entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.rels'));
  const most = Math.min(mostUnpackedBytes, Math.max(trifleBytes, zip.length * mostPackedTimes));
  const isWithin = unpacksWithin(zip, read, most);
  if (isWithin === null) return fail({ code: 'damaged workbook' });
  if (!isWithin) return fail({ code: 'workbook too large' });

  const sheets = await sheetsOf(zip);
  return sheets ? ok(sheets) : fail({ code: 'damaged workbook' });
}

async function sheetsOf(zip: Buffer): Promise<WorkbookSheet[] | null> {
  let sheets: Awaited<ReturnType<typeof readXlsxFile<string>>>;
  try {
    sheets = await readXlsxFile(zip, { trim: false, parseNumber: numberText });
  } catch {
    // Whatever is wrong with the XML, the library throws errors of many kinds, and the person can do one thing.
    return null;
  }
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    lines: data.map((cells, index) => ({ line: index + 1, cells: cells.map(workbookCell) })),
    names: null,
    isText: false,
    notes: [],
  }));
}
