import { type Reader, readerLimits } from '../readers/reader.ts';
import type { Rows } from '../readers/rows.ts';
import { LikeTexts } from './like-texts.ts';
import { looseKey } from './loose-text.ts';
import { isPlainText } from './plain-text.ts';
import { longNameCharacters, type ReaderField, type ReaderIssue } from './reader-issue.ts';
import { repeatedKeys } from './repeated-keys.ts';
import { textIssues } from './text-issues.ts';

export interface RowIssues {
  readonly row: number;
  readonly reader: Reader;
  readonly issues: readonly ReaderIssue[];
}

/** What is wrong with a reader by itself; what its id shares with others of the list is for `idIssues` to say. */
export function readerIssues({ id, name }: Reader): readonly ReaderIssue[] {
  const isIdPlain = id !== '' && id.length <= readerLimits.characters && isPlainText(id);
  const isNamePlain = name !== '' && name.length <= longNameCharacters && isPlainText(name);
  if (isIdPlain && isNamePlain) return none;
  const issues: ReaderIssue[] = [];
  if (id === '') issues.push({ code: 'empty id', severity: 'blocks' });
  if (!isIdPlain) issues.push(...fieldIssues('id', id));
  if (name === '') issues.push({ code: 'empty name', severity: 'warns' });
  const characters = name.length > longNameCharacters ? [...name].length : name.length;
  if (characters > longNameCharacters) issues.push({ code: 'long name', severity: 'warns', characters });
  if (!isNamePlain) issues.push(...fieldIssues('name', name));
  return issues;
}

/** A text beyond the limit is not looked into any further: that would take long. */
function fieldIssues(field: ReaderField, text: string): readonly ReaderIssue[] {
  const characters = text.length;
  return characters > readerLimits.characters
    ? [{ code: 'too long', severity: 'blocks', field, characters }]
    : textIssues(field, text);
}

/** What the id of a row, as it is or as it might be, shares with the ids of other rows. */
export function idIssues(ids: LikeTexts, row: number, id: string): readonly ReaderIssue[] {
  const { same, near } = ids.likeness(row, id);
  if (same === 1 && near === null) return none;
  const issues: ReaderIssue[] = [];
  if (same > 1) issues.push({ code: 'duplicate id', severity: 'blocks', id, readers: same });
  if (near !== null) issues.push({ code: 'near-duplicate id', severity: 'warns', id, other: near });
  return issues;
}

/** Every row of the draft's list that has issues a push has to do with, in order; one look at the whole list. */
export function validateList(rows: Rows): RowIssues[] {
  const keys = idKeys(rows);
  const repeated = repeatedKeys(keys);
  // Only ids whose keys repeat can be alike: mostly none are.
  const isAlike = (row: number) => repeated.has(keys[row] ?? noText);
  const ids = new LikeTexts();
  rows.forEach(({ mine }, row) => {
    if (mine && isAlike(row)) ids.set(row, mine.id);
  });
  const found: RowIssues[] = [];
  rows.forEach(({ mine: reader }, row) => {
    if (!reader) return;
    const own = readerIssues(reader);
    const shared = isAlike(row) ? idIssues(ids, row, reader.id) : none;
    if (own.length + shared.length > 0) found.push({ row, reader, issues: [...own, ...shared] });
  });
  return found;
}

/** Whether a push is refused for any of these. */
export function blocks(issues: readonly ReaderIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'blocks');
}

const none: readonly ReaderIssue[] = [];

/** Beyond the keys of texts. */
const noText = 2 ** 30;

/** The key of each row's id; a row without a reader has one that no other row has. */
function idKeys(rows: Rows): Int32Array {
  const keys = new Int32Array(rows.length);
  rows.forEach(({ mine }, row) => {
    keys[row] = mine ? looseKey(mine.id) : noText + row;
  });
  return keys;
}
