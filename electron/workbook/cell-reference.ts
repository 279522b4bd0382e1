/** What a sheet holds (Excel specifications and limits). */
export const sheetEnds = { rows: 1_048_576, columns: 16_384 } as const;

/** A reference such as `BC23` as row and column from 1; null for what is none. `$` may stand before either. */
export function parseReference(text: string): { readonly row: number; readonly column: number } | null {
  let column = 0;
  let row = 0;
  let at = 0;
  if (text.charCodeAt(at) === dollar) at += 1;
  for (
    let code = text.charCodeAt(at) & ~0x20;
    code >= letterA && code <= letterZ;
    code = text.charCodeAt(++at) & ~0x20
  ) {
    column = column * 26 + code - letterA + 1;
  }
  if (text.charCodeAt(at) === dollar) at += 1;
  const from = at;
  for (let code = text.charCodeAt(at); code >= digit0 && code <= digit9; code = text.charCodeAt(++at)) {
    row = row * 10 + code - digit0;
  }
  return column > 0 && at > from && at === text.length ? { row, column } : null;
}

/** `BC` for 55. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(letterA + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}

const dollar = 0x24;
const digit0 = 0x30;
const digit9 = 0x39;
const letterA = 0x41;
const letterZ = 0x5a;
