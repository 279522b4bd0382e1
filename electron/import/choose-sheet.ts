import { cutShort } from '../../core/camio/cut-short.ts';
import { combineSheets, type NamedSheet } from '../../core/import/combine-sheets.ts';
import { guessMapping } from '../../core/import/guess-mapping.ts';
import type { ImportRefusal } from '../../core/import/import-refusal.ts';
import type { ImportSheet } from '../../core/import/import-sheet.ts';
import type { ImportTable, ImportTarget, ReadAs, ReadNote, SheetChoice } from '../../core/import/import-table.ts';
import { tabulate } from '../../core/import/tabulate.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SheetRows } from '../workbook/read-sheet.ts';
import type { WorkbookSheet } from '../workbook/read-workbook.ts';

/** What of a file is read as one table, and what else there is to choose. */
export interface ChosenSheet extends Pick<ImportTable, 'sheets' | 'together' | 'hidden'> {
  readonly sheet: ImportSheet;
  readonly readAs: Omit<ReadAs, 'headerLine'>;
  readonly detected: Omit<ReadAs, 'headerLine'>;
}

const none = { encoding: null, delimiter: null, quotes: null, list: null };
const longestName = 100;

/** The sheet that was asked for, the one that is likeliest where none was, or those of its kind together. */
export function chooseSheet(
  sheets: readonly WorkbookSheet[],
  wanted: SheetChoice | null,
  takesHidden: boolean,
  target: ImportTarget,
): Result<ChosenSheet, ImportRefusal> {
  const lists = sheets.map((sheet) => listOf(sheet, takesHidden));
  const detected = preferred(sheets, lists);
  const together = ofOneKind(sheets, lists, detected, target);
  const options = {
    sheets: sheets.map(({ name, isHidden }) => ({ name: cutShort(name, longestName), isHidden })),
    together,
    detected: { ...none, sheet: detected },
  };
  if (wanted === 'together') {
    const parts = together.flatMap((place) => lists[place] ?? []);
    if (parts.length === 0) return fail({ code: 'no such sheet' });
    return ok({ ...options, sheet: combineSheets(parts), hidden: null, readAs: { ...none, sheet: wanted } });
  }
  const place = wanted ?? detected;
  const chosen = sheets[place];
  if (!chosen) return fail(wanted === null ? { code: 'no rows' } : { code: 'no such sheet' });
  if (!chosen.content.ok) return chosen.content;
  const { sheet, hidden } = sheetOf(chosen.content.value, takesHidden);
  const others = together.includes(place) ? together.filter((other) => other !== place) : [];
  const notes: ReadNote[] = [...sheet.notes];
  if (chosen.isHidden) notes.push({ code: 'hidden sheet' });
  if (others.length > 0)
    notes.push({ code: 'other lists', sheets: others.map((at) => options.sheets[at]?.name ?? '') });
  return ok({ ...options, sheet: { ...sheet, notes }, hidden, readAs: { ...none, sheet: place } });
}

/** A sheet whose header and rows were found; null where it has no list. */
function listOf({ name, content }: WorkbookSheet, takesHidden: boolean): NamedSheet | null {
  if (!content.ok) return null;
  const { sheet } = sheetOf(content.value, takesHidden);
  const tabulated = tabulate(sheet, null);
  return tabulated.ok ? { name: cutShort(name, longestName), sheet, tabulated: tabulated.value } : null;
}

/**
 * The place of the first visible sheet whose list has a header, else of one with rows, else of a hidden one, else of one
 * that has anything or cannot be read. A cover sheet has no header, or no rows below what looks like one.
 */
function preferred(sheets: readonly WorkbookSheet[], lists: readonly (NamedSheet | null)[]): number {
  const places = [
    lists.findIndex((list, at) => list !== null && list.tabulated.headerLine > 0 && !sheets[at]?.isHidden),
    lists.findIndex((list, at) => list !== null && !sheets[at]?.isHidden),
    lists.findIndex((list) => list !== null),
    sheets.findIndex(({ content }) => content.ok && content.value.lines.length > 0),
    sheets.findIndex(({ content }) => !content.ok),
  ];
  return places.find((place) => place >= 0) ?? 0;
}

/** The visible sheets whose header has the names of the columns that make ID and name; none where they are fewer than two. */
function ofOneKind(
  sheets: readonly WorkbookSheet[],
  lists: readonly (NamedSheet | null)[],
  like: number,
  target: ImportTarget,
): number[] {
  const first = lists[like]?.tabulated;
  if (!first || first.headerLine === 0) return [];
  const { mapping } = guessMapping(first.columns, first.rows, target);
  const needed = [...mapping.id.columns, ...mapping.name.columns].map((at) => first.columns[at]?.header ?? '');
  if (needed.length === 0) return [];
  const places = lists.flatMap((list, at) => {
    const headers = new Set(list?.tabulated.columns.map(({ header }) => header));
    return !sheets[at]?.isHidden && needed.every((header) => headers.has(header)) ? [at] : [];
  });
  return places.length > 1 ? places : [];
}

/** A sheet without the lines that it does not show, unless they are wanted, or are all that there is. */
function sheetOf(rows: SheetRows, takesHidden: boolean): Pick<ChosenSheet, 'sheet' | 'hidden'> {
  const { lines, hiddenLines, notes } = rows;
  const whole: ImportSheet = { lines, names: null, isText: false, notes };
  const [first] = hiddenLines;
  if (first === undefined) return { sheet: whole, hidden: null };
  const visible = lines.filter(({ line }) => !hiddenLines.has(line));
  const areTaken = takesHidden || !tabulate({ ...whole, lines: visible }, null).ok;
  const note: ReadNote = { code: 'hidden rows', lines: hiddenLines.size, first, areTaken };
  return {
    sheet: { ...whole, lines: areTaken ? lines : visible, notes: [...notes, note] },
    hidden: { lines: hiddenLines.size, areTaken },
  };
}
