import type { AppError } from '../app-error.ts';
import { phraseIssue } from '../checks/phrase-issue.ts';
import type { Damage } from '../import/import-comparison.ts';
import { exhaustive } from '../result.ts';
import { formatCount } from '../text/amounts.ts';
import { countLeftOut, type DoubtfulRow, type LeftOutRow, type PastedChange, type PastePlan } from './paste-plan.ts';
import type { PasteRefusal } from './pasted-rows.ts';

/** Why nothing can be pasted, in sentences. */
export function phrasePasteRefusal(refusal: PasteRefusal): AppError {
  switch (refusal.code) {
    case 'no text':
      return {
        code: 'invalid-input',
        message: 'The clipboard holds no text, so there is nothing to paste.',
        next: 'Copy a column of names, or two columns with IDs and names, in your spreadsheet.',
      };
    case 'no rows':
      return {
        code: 'invalid-input',
        message: 'The clipboard holds only the columns’ names, so there is nothing to paste.',
        next: 'Copy the rows below them too.',
      };
    case 'too many columns':
      return {
        code: 'invalid-input',
        message: `The clipboard holds ${formatCount(refusal.columns)} columns. A paste takes a column of names, or two columns with IDs and names.`,
        next: 'Copy one or two columns, or save the sheet as a file and press Import.',
      };
    default:
      return exhaustive(refusal);
  }
}

/** What a paste did or would do: `3 renamed, 2 added, 1 unchanged, 1 left out`. Kinds that do not occur are left out. */
export function phrasePaste(plan: PastePlan): string {
  const changed = (kind: PastedChange['kind']) => plan.changes.filter((change) => change.kind === kind).length;
  const counts: readonly (readonly [count: number, what: string])[] = [
    [changed('renamed'), 'renamed'],
    [changed('added'), 'added'],
    [changed('brought back'), 'brought back'],
    [plan.unchanged, 'unchanged'],
    [countLeftOut(plan), 'left out'],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${formatCount(count)} ${what}`);
  return said.length === 0 ? 'Nothing changes' : said.join(', ');
}

/** Why a row is left out; where it has no ID, it is told by its name. */
export function phraseLeftOut({ name, problem }: LeftOutRow): string {
  switch (problem.code) {
    case 'no id':
      return `“${name}” has no ID.`;
    case 'no reader left':
      return `“${name}” has no reader beside it: the list ends above.`;
    case 'id twice in the list':
      return 'Several readers of the list have this ID.';
    case 'reader was removed':
      return 'This reader was removed from the draft. Press Keep reader first.';
    case 'id repeats':
      return `Row ${formatCount(problem.other)} has the same ID.`;
    case 'blocked':
      return phraseIssue(problem.issue);
    default:
      return exhaustive(problem);
  }
}

/** Why an ID is in doubt, e.g. `“124” is not in the list, but “00124” is: only zeros in front differ.` */
export function phraseDoubt({ id, known, doubt }: Pick<DoubtfulRow, 'id' | 'known' | 'doubt'>): string {
  if (known !== null) return `“${id}” is not in the list, but “${known}” is: ${differences[doubt]}.`;
  if (doubt !== 'rounded number' && doubt !== 'scientific notation') {
    return `“${id}” is not in the list, but several like it are: ${differences[doubt]}.`;
  }
  return `“${id}” looks like a long number that a spreadsheet has shortened.`;
}

const differences: Readonly<Record<Damage, string>> = {
  'lost leading zeros': 'only zeros in front differ',
  'rounded number': 'a spreadsheet has rounded it',
  'scientific notation': 'a spreadsheet has shortened it',
  date: 'a spreadsheet has turned it into a date',
  'decimal places': 'a program has added decimal places',
  'thousands separators': 'a program has put separators between its thousands',
  'GUID form': 'only case, braces or dashes differ',
  'text mark': 'only the mark that it is text differs',
  'same name': 'it has the same name',
  'case or spaces': 'only case, spaces, invisible characters or look-alike letters differ',
};
