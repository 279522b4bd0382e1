const byteOrderMark = '\ufeff';

/**
 * Lines of cells as CSV for Excel: RFC 4180, CRLF, with a byte order mark. A cell a spreadsheet could take for a
 * formula begins with an apostrophe, which `unguardCell` takes away again: every text comes back as it was.
 *
 * Excel takes the delimiter of its computer's region, a semicolon in most of Europe, so the person chooses. A first line
 * `sep=;` would settle it, but then Excel no longer heeds the byte order mark and garbles every umlaut, and other
 * programs read the line as data.
 */
export function formatCsv(lines: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string {
  return [...csvPieces(lines, delimiter)].join('');
}

/** The text of `formatCsv` line by line, for one who makes pauses in a long list. */
export function* csvPieces(lines: Iterable<readonly string[]>, delimiter: ',' | ';'): Generator<string> {
  yield byteOrderMark;
  for (const cells of lines) yield `${cells.map((cell) => quote(guard(cell))).join(delimiter)}\r\n`;
}

/** The text of a cell that `formatCsv` wrote, as a CSV parser gives it. */
export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

/**
 * The text of a workbook's cell that `unguardCell` gives back as it was. A workbook knows texts from formulas, so an
 * apostrophe is added only where one would be taken away.
 */
export function guardWorkbookCell(cell: string): string {
  return guarded.test(cell) ? `'${cell}` : cell;
}

/** What spreadsheets take for the start of a formula, in its full-width forms too, behind any of our apostrophes. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

function guard(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A cell with any delimiter an import looks for is quoted: it is not to be taken for the file's. */
function quote(cell: string): string {
  return /[",;|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
