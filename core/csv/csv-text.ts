const byteOrderMark = '\ufeff';

/**
 * Lines of cells as CSV for Excel: RFC 4180, comma, CRLF, with a byte order mark. A cell a spreadsheet could take for a
 * formula begins with an apostrophe, which `unguardCell` takes away again: every text comes back as it was.
 */
export function formatCsv(lines: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${lines.map((cells) => `${cells.map((cell) => quote(guard(cell))).join(',')}\r\n`).join('')}`;
}

/** The text of a cell that `formatCsv` wrote, as a CSV parser gives it. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

/** What spreadsheets take for the start of a formula, in its full-width forms too, behind any of our apostrophes. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

function guard(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
