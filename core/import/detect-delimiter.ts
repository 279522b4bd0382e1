import { parseCsv } from '../csv/parse-csv.ts';
import { type Delimiter, delimiters } from './import-table.ts';

/** Characters from the start, and lines of them, that are looked at. */
const lookedCharacters = 65_536;
const lookedLines = 200;

/** Below this share of like lines a delimiter is only a comma somebody typed into a name. */
const likely = 0.6;

/** The delimiter that cuts most of the first lines into equally many cells; one that does not occur where none does. */
export function detectDelimiter(text: string): Delimiter {
  const sample = wholeLines(text);
  const best = delimiters
    .map((delimiter) => ({ delimiter, ...evenness(sample, delimiter) }))
    .filter(({ share, width }) => width > 1 && share >= likely)
    // Of equals, the one that comes first: an id before it is shorter than a name with a comma.
    .sort((a, b) => b.like - a.like || a.at - b.at)[0];
  if (best) return best.delimiter;
  return delimiters.find((delimiter) => !sample.includes(delimiter)) ?? ',';
}

function wholeLines(text: string): string {
  if (text.length <= lookedCharacters) return text;
  const sample = text.slice(0, lookedCharacters);
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  return end > 0 ? sample.slice(0, end) : sample;
}

interface Evenness {
  /** The most common number of cells… */
  readonly width: number;
  /** …how many lines have it, and what share of those from the first of them: title lines above are of any width. */
  readonly like: number;
  readonly share: number;
  /** Where the first cell of the first of them ends. */
  readonly at: number;
}

function evenness(sample: string, delimiter: Delimiter): Evenness {
  // The sample may end within quotes, and quotes that never close are told once the delimiter is known.
  const parsed = parseCsv(sample, delimiter);
  const lines = parsed.lines.filter(({ cells }) => cells.some((cell) => cell !== '')).slice(0, lookedLines);
  const width = mostCommon(lines.map(({ cells }) => cells.length));
  const first = lines.findIndex(({ cells }) => cells.length === width);
  const like = lines.filter(({ cells }) => cells.length === width).length;
  return { width, like, share: like / (lines.length - first), at: lines[first]?.cells[0]?.length ?? 0 };
}

/** The number that occurs most, the larger of equals; 0 for none. */
export function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const ranked = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || b - a);
  return ranked[0]?.[0] ?? 0;
}
