import { parseCsv } from '../csv/parse-csv.ts';
import { type ImportRefusal, importLimits } from './import-refusal.ts';

/** Characters from the start whose lines are measured. */
const lookedCharacters = 65_536;

/**
 * Why a text is more than a list can be, found out before it is cut into cells, which would take minutes and gigabytes.
 * A list within the limits may have as many line breaks again within its cells.
 */
export function beyondTextLimits(text: string, delimiter: string): ImportRefusal | null {
  if (hasMoreLines(text, importLimits.rows * 2)) return { code: 'too many rows' };
  const { lines, flaw } = parseCsv(text.slice(0, lookedCharacters), delimiter);
  const isWide = lines.some(({ cells }) => cells.length > importLimits.columns);
  return isWide && !flaw ? { code: 'too many columns' } : null;
}

function hasMoreLines(text: string, most: number): boolean {
  const lineEnd = text.includes('\n') ? '\n' : '\r';
  let count = 0;
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
