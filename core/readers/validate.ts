import { IdIndex } from './id-index.ts';
import type { Reader } from './reader.ts';
import { longNameCharacters, type ReaderField, type ReaderIssue } from './reader-issue.ts';
import type { Rows } from './rows.ts';

export interface RowIssues {
  readonly row: number;
  readonly reader: Reader;
  readonly issues: readonly ReaderIssue[];
}

/** What is wrong with a reader by itself; what it shares with others of the list is the `IdIndex`'s to say. */
export function readerIssues({ id, name }: Reader): readonly ReaderIssue[] {
  if (plain.test(id) && plain.test(name) && name.length <= longNameCharacters) return none;
  const issues: ReaderIssue[] = [];
  if (id === '') issues.push({ code: 'empty id', severity: 'blocks' });
  textIssues('id', id, issues);
  if (name === '') issues.push({ code: 'empty name', severity: 'warns' });
  const characters = name.length > longNameCharacters ? [...name].length : name.length;
  if (characters > longNameCharacters) issues.push({ code: 'long name', severity: 'warns', characters });
  textIssues('name', name, issues);
  return issues;
}

/** Every row of the draft's list that has issues, in order; one look at the whole list. */
export function validateList(rows: Rows): RowIssues[] {
  const ids = IdIndex.of(rows);
  const found: RowIssues[] = [];
  rows.forEach(({ mine: reader }, row) => {
    if (!reader) return;
    const own = readerIssues(reader);
    const shared = ids.issuesOf(row);
    if (own.length + shared.length > 0) found.push({ row, reader, issues: [...own, ...shared] });
  });
  return found;
}

/** Whether a push is refused for any of these. */
export function blocks(issues: readonly ReaderIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'blocks');
}

const none: readonly ReaderIssue[] = [];

/** Visible ASCII with single inner spaces: what most ids and names are, and nothing to say about. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** Anything at all to look at more closely; text without it needs this one look. */
const suspicious =
  /^\s|\s$| {2}|(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}\u00a0\u115f\u1160\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u3164\uffa0\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const control = /\p{Cc}/u;
const unpaired = /\p{Cs}/u;
/** Nothing to see: format characters, odd spaces, fillers. Joiners belong to emoji and scripts. */
const invisible =
  /(?![\u200c\u200d])[\p{Cf}\u00a0\u115f\u1160\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u3164\uffa0]/u;
const words = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;
const likeLatin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const likeGreek = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const greek = /\p{Script=Greek}/u;

function textIssues(field: ReaderField, text: string, issues: ReaderIssue[]): void {
  if (!suspicious.test(text)) return;
  const atControl = find(text, control);
  if (atControl) issues.push({ code: 'control character', severity: 'blocks', field, ...atControl });
  const atUnpaired = find(text, unpaired);
  if (atUnpaired) issues.push({ code: 'broken character', severity: 'blocks', field, ...atUnpaired });
  if (text !== text.trim()) issues.push({ code: 'outer space', severity: 'warns', field });
  if (text.includes('  ')) issues.push({ code: 'double space', severity: 'warns', field });
  const atInvisible = find(text, invisible);
  if (atInvisible) issues.push({ code: 'invisible character', severity: 'warns', field, ...atInvisible });
  const word = text.match(words)?.find(mixesScripts);
  if (word !== undefined) issues.push({ code: 'look-alike letters', severity: 'warns', field, word });
}

function mixesScripts(word: string): boolean {
  if (latin.test(word)) return likeLatin.test(word);
  return greek.test(word) && likeGreek.test(word);
}

/** The first match's character and its place, counted in characters from 1. */
function find(text: string, pattern: RegExp): { codePoint: number; at: number } | null {
  const index = text.search(pattern);
  const codePoint = text.codePointAt(index);
  if (index < 0 || codePoint === undefined) return null;
  return { codePoint, at: [...text.slice(0, index)].length + 1 };
}
