/** Rows of cells as spreadsheets exchange them through the clipboard: tabs between cells, a line for each row. */
export type SheetRows = readonly (readonly string[])[];

/**
 * Rows as text that Excel, LibreOffice and Google Sheets paste as the same cells, and `sheetRows` too. Text that
 * looks like a formula stays as it is: an apostrophe before it, as in a CSV file, would be part of the name once it is
 * pasted back here, and it is the person's own paste that hands it to a spreadsheet.
 */
export function formatSheetText(rows: SheetRows): string {
  let text = '';
  for (const cells of rows) text += `${cells.map(quote).join('\t')}\r\n`;
  return text;
}

/** A cell with a tab or a line break is quoted; one that begins with a quote too, since it would be taken for quoted. */
function quote(cell: string): string {
  return cell.startsWith('"') || /[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The rows of text from a spreadsheet, one after the other. A quoted cell is one whose quotes were needed: `"Lobby"` comes from a cell with
 * quotes in it, since Excel adds none of its own there. The line break after the last row is no row.
 */
export function* sheetRows(text: string): Generator<string[], undefined> {
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      // A tab at the very end leaves an empty cell behind it.
      if (at < text.length) continue;
      row.push('');
    } else if (text.startsWith('\r\n', at)) at += 2;
    else at += 1;
    yield row;
    row = [];
  }
}

interface Cell {
  readonly text: string;
  /** Where its tab or line break is, or the end. */
  readonly end: number;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && !isCellEnd(text.charCodeAt(end))) end += 1;
  return { text: text.slice(start, end), end };
}

/** A tab, LF or CR. */
function isCellEnd(code: number): boolean {
  return code === 0x09 || code === 0x0a || code === 0x0d;
}

const quotedText = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;

/** Null where the cell only begins with a quote. */
function quotedCell(text: string, start: number): Cell | null {
  if (text[start] !== '"') return null;
  quotedText.lastIndex = start;
  const inside = quotedText.exec(text)?.[1];
  if (inside === undefined || !/[\t\r\n]|""/.test(inside)) return null;
  return { text: inside.replaceAll('""', '"'), end: quotedText.lastIndex };
}
