const words = new Set(
  'null nil none nan na n/a n.a. n/v k.a. undefined (null) (none) (empty) (blank) (leer) <null> <none> [null] \\n \\null dbnull'.split(
    ' ',
  ),
);
/** `#N/A`, `#REF!`, `#¿NOMBRE?`: errors of a spreadsheet in any language. */
const spreadsheetError = /^#(?:[¡¿]?\p{Lu}[\p{Lu}\d/]*[!?]|N\/[AD]|NV|N\/B)$/u;
/** A column that was too narrow for its number, or a sign for nothing. */
const signs = /^(?:#{2,}|[-–—]+|\?{2,}|\.{2,}|_+|\*+)$/;

/** Whether a cell says that there is nothing, or that something went wrong, and no name or ID. */
export function isMarker(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || text.length > 16) return /^#+$/.test(text);
  return words.has(text.toLowerCase()) || signs.test(text) || spreadsheetError.test(text.toUpperCase());
}
