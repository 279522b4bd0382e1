import { wordInDisguise } from '../text/look-alikes.ts';
import { oddSpace, unseen } from '../text/unseen.ts';
import type { ReaderField, ReaderIssue } from './reader-issue.ts';

/** Everything that is wrong with the characters of an id or a name, whatever else is in the list. */
export function textIssues(field: ReaderField, text: string): ReaderIssue[] {
  const issues: ReaderIssue[] = [];
  const atControl = find(text, control);
  if (atControl) issues.push({ code: 'control character', severity: 'blocks', field, ...atControl });
  const atUnpaired = find(text, unpaired);
  if (atUnpaired) issues.push({ code: 'broken character', severity: 'blocks', field, ...atUnpaired });
  if (text !== text.trim()) issues.push({ code: 'outer space', severity: 'warns', field });
  if (text.includes('  ')) issues.push({ code: 'double space', severity: 'warns', field });
  const atInvisible = find(text, invisible);
  if (atInvisible) issues.push({ code: 'invisible character', severity: 'warns', field, ...atInvisible });
  const word = text.match(words)?.find(mixesScripts) ?? wordInDisguise(text);
  if (word !== undefined) issues.push({ code: 'look-alike letters', severity: 'warns', field, word });
  return issues;
}

const control = /\p{Cc}/u;
const unpaired = /\p{Cs}/u;
const invisible = new RegExp(`${oddSpace.source}|${unseen.source}`, 'u');
const words = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;
const likeLatin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const likeGreek = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const greek = /\p{Script=Greek}/u;

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
