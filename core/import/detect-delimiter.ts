import { parseCsv } from '../csv/parse-csv.ts';
import { findColumnStarts } from '../csv/parse-fixed-width.ts';
import { isColumnName, plainName } from './column-names.ts';
import { commonDelimiters, type Delimiter, fixedWidth, type QuoteStyle } from './import-table.ts';

/** Characters from the start, and lines of them, that are looked at. */
const lookedCharacters = 65_536;
const lookedLines = 200;

/** Below this share of like lines a delimiter is only a comma somebody typed into a name. */
const likely = 0.6;

/** Delimiters that occur in names too: taken only where they stand between columns' names. */
const rareDelimiters = ['#', '~', '^', '!', ':', '\u00a6', '\u00a7', '\u001f', '\u0001'] as const;

/** The delimiter that cuts most of the first lines into equally many cells; one that does not occur where none does. */
export function detectDelimiter(text: string, quotes: QuoteStyle = 'doubled'): Delimiter {
  const sample = wholeLines(text);
  const best = commonDelimiters
    .map((delimiter) => ({ delimiter, ...evenness(sample, delimiter, quotes) }))
    .filter(({ share, width }) => width > 1 && share >= likely)
    // Of equals, the one that comes first: an id before it is shorter than a name with a comma.
    .sort((a, b) => b.like - a.like || a.at - b.at)[0];
  if (best) return best.delimiter;
  const rare = rareDelimiters.find((delimiter) => standsBetweenNames(sample, delimiter, quotes));
  if (rare) return rare;
  if (findColumnStarts(sample)) return fixedWidth;
  return commonDelimiters.find((delimiter) => !sample.includes(delimiter)) ?? ',';
}

/** Whether it cuts most lines alike, and one of them into columns' names. */
function standsBetweenNames(sample: string, delimiter: string, quotes: QuoteStyle): boolean {
  if (!sample.includes(delimiter)) return false;
  const { share, width, lines } = evenness(sample, delimiter, quotes);
  const isHeader = (cells: readonly string[]) => new Set(cells.filter(isColumnName).map(plainName)).size >= 2;
  return width > 1 && share >= likely && lines.some(({ cells }) => cells.length === width && isHeader(cells));
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
  readonly lines: ReturnType<typeof parseCsv>['lines'];
}

function evenness(sample: string, delimiter: string, quotes: QuoteStyle): Evenness {
  // The sample may end within quotes, and quotes that never close are told once the delimiter is known.
  const parsed = parseCsv(sample, delimiter, { quotes });
  const lines = parsed.lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, lookedLines);
  const width = mostCommon(lines.map(({ cells }) => cells.length));
  const first = lines.findIndex(({ cells }) => cells.length === width);
  const like = lines.filter(({ cells }) => cells.length === width).length;
  return { width, like, share: like / (lines.length - first), at: lines[first]?.cells[0]?.length ?? 0, lines };
}

/** The number that occurs most, the larger of equals; 0 for none. */
export function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const ranked = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || b - a);
  return ranked[0]?.[0] ?? 0;
}
