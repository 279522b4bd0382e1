import type { CsvLine } from './parse-csv.ts';

const lineEnd = /\n\r(?!\n)|\r\n|\r|\n/;
/** Lines from the start that tell where columns begin. */
const lookedLines = 500;

/** Where the columns of a text begin, counted in characters from 0; null where it has no such columns. */
export function findColumnStarts(text: string): readonly number[] | null {
  const lines = text.slice(0, 200_000).split(lineEnd, lookedLines);
  const ruler = lines.find((line) => /^\s*[-=_]{2,}(\s+[-=_]+)+\s*$/.test(line));
  if (ruler !== undefined) return startsOf(ruler, /[-=_]+/g);
  return startsOfGutters(longestBlock(lines));
}

/** The cells of a text whose columns begin at these places, without the spaces that fill them up. */
export function parseFixedWidth(text: string, starts: readonly number[]): CsvLine[] {
  const lines = text.split(lineEnd);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ line: index + 1, cells: cellsOf(line, starts) }));
}

/** A line whose text runs across the columns, such as a title, is one cell. */
function cellsOf(line: string, starts: readonly number[]): string[] {
  const runsAcross = starts.some((start) => start > 0 && /\S\S/.test(line.slice(start - 1, start + 1)));
  if (runsAcross) return [line.trim()];
  const cells = starts.map((start, place) => line.slice(place === 0 ? 0 : start, starts[place + 1]).trim());
  return cells.slice(0, Math.max(1, cells.findLastIndex((cell) => cell !== '') + 1));
}

function startsOf(line: string, pattern: RegExp): readonly number[] {
  return Array.from(line.matchAll(pattern), ({ index }) => index);
}

/** The lines of the table: the most lines in a row that have words with wide spaces between them. */
function longestBlock(lines: readonly string[]): readonly string[] {
  let longest: readonly string[] = [];
  let block: string[] = [];
  for (const line of [...lines, '']) {
    if (/\S {2,}\S/.test(line)) block.push(line);
    else {
      if (block.length > longest.length) longest = block;
      block = [];
    }
  }
  return longest;
}

const fewestLines = 3;

/** Columns begin behind places that are blank in all lines, two or more of them side by side. */
function startsOfGutters(lines: readonly string[]): readonly number[] | null {
  if (lines.length < fewestLines || lines.some((line) => line.includes('\t'))) return null;
  const width = Math.max(...lines.map(({ length }) => length));
  const isBlank = Array.from({ length: width }, (_, at) => lines.every((line) => (line[at] ?? ' ') === ' '));
  const starts: number[] = [];
  for (let at = 0; at < width; at += 1) {
    if (isBlank[at]) continue;
    const isFirst = starts.length === 0;
    if (isFirst || (isBlank[at - 1] && isBlank[at - 2])) starts.push(at);
  }
  return starts.length > 1 ? starts : null;
}
