import type { ImportChoices, ImportComparison, LineAccount } from '../../core/import/import-comparison.ts';
import type { ImportTarget } from '../../core/import/import-table.ts';
import type { ImportOutcome } from '../../core/ipc/import-calls.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { countOf } from './count-of.ts';

/** What an import would do, in numbers: the comparison as the person's choices have it. */
export interface ImportEffect {
  readonly added: number;
  readonly renamed: number;
  readonly removed: number;
  /** Not in the file, and left as they are. */
  readonly kept: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly repaired: number;
  /** Rows with a damaged id that the person leaves out. */
  readonly setAside: number;
  /** Lines of the file that are none of the list. */
  readonly noReaders: number;
  /** Ids that look damaged and are taken as the file has them. */
  readonly takenAsFound: number;
}

export function effectOf(comparison: ImportComparison, { mode, repairs, leftOut }: ImportChoices): ImportEffect {
  const missing = comparison.missing.total;
  return {
    added: comparison.added.total,
    renamed: comparison.renamed.total,
    removed: mode === 'replace' ? missing : 0,
    kept: mode === 'replace' ? 0 : missing,
    unchanged: comparison.unchanged,
    leftOut: comparison.errors.total,
    repaired: repairs.length,
    setAside: leftOut.length,
    takenAsFound: Math.max(
      0,
      comparison.repairs.total + comparison.links.total + comparison.suspects.total - repairs.length - leftOut.length,
    ),
    noReaders: comparison.account.leftOut - leftOut.length,
  };
}

export const changesNothing = ({ added, renamed, removed }: ImportEffect): boolean => added + renamed + removed === 0;

/** A camera may be given another site instead of another name. */
const verbs = { readers: { renamed: 'renamed' }, cameras: { renamed: 'changed' } } as const satisfies Record<
  ImportTarget,
  unknown
>;

export const nothingToChange = 'Nothing to change: the list has all of it already.';

/** The button that imports, by its effect: `Import 124 readers`, `Replace the list: remove 12`. */
export function applyLabel(target: ImportTarget, { added, renamed, removed }: ImportEffect): string {
  return removed > 0
    ? `Replace the list: remove ${formatCount(removed)}`
    : `Import ${countOf(target, added + renamed)}`;
}

/** The effect line by line, kinds that do not occur left out. */
export function phraseEffect(target: ImportTarget, effect: ImportEffect): readonly string[] {
  const count = (amount: number) => countOf(target, amount);
  const be = (amount: number) => (amount === 1 ? 'is' : 'are');
  const { added, renamed, removed, kept, unchanged, leftOut, repaired, setAside, takenAsFound, noReaders } = effect;
  const sentences: readonly (readonly [amount: number, text: string])[] = [
    [added, `${count(added)} ${be(added)} added.`],
    [renamed, `${count(renamed)} ${be(renamed)} ${verbs[target].renamed}.`],
    [removed, `${count(removed)} that ${be(removed)} not in the file ${be(removed)} removed.`],
    [unchanged, `${count(unchanged)} ${unchanged === 1 ? 'stays' : 'stay'} the same.`],
    [kept, `${count(kept)} that ${be(kept)} not in the file ${kept === 1 ? 'stays' : 'stay'} in the list.`],
    [repaired, `${counted(repaired, 'damaged ID is', 'damaged IDs are')} repaired.`],
    [
      takenAsFound,
      `${counted(takenAsFound, 'ID that looks damaged is', 'IDs that look damaged are')} taken as in the file.`,
    ],
    [setAside, `${counted(setAside, 'row')} with damaged IDs ${be(setAside)} left out.`],
    [noReaders, `${counted(noReaders, 'line')} of the file ${be(noReaders)} not taken for ${target}.`],
    [leftOut, `${counted(leftOut, 'row')} with errors ${be(leftOut)} left out.`],
  ];
  return sentences.filter(([amount]) => amount > 0).map(([, text]) => text);
}

/** What became of the file's lines, in numbers that add up: `9 lines: 1 header, 4 read, 3 left out, 1 blank.` */
export function phraseAccount({ total, header, read, leftOut, blank, inside, errors }: LineAccount): string {
  const parts: readonly (readonly [amount: number, what: string])[] = [
    [header, 'header'],
    [read, 'read'],
    [leftOut, 'left out'],
    [blank, 'blank'],
    [errors, errors === 1 ? 'with an error' : 'with errors'],
    [inside, 'inside cells'],
  ];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, what]) => `${formatCount(amount)} ${what}`);
  return `${counted(total, 'line')}: ${said.join(', ')}.`;
}

/** What became of an import, for the message afterwards. */
export function phraseOutcome(target: ImportTarget, outcome: ImportOutcome): string {
  if (outcome.kind === 'same') return nothingToChange;
  const { added, renamed, removed, leftOut } = outcome;
  const kinds = [
    [added, 'added'],
    [renamed, verbs[target].renamed],
    [removed, 'removed'],
  ] as const;
  const done = kinds
    .filter(([amount]) => amount > 0)
    .map(([amount, verb], place) => `${place === 0 ? countOf(target, amount) : formatCount(amount)} ${verb}`);
  const rest = leftOut > 0 ? ` ${counted(leftOut, 'row')} with errors ${leftOut === 1 ? 'was' : 'were'} left out.` : '';
  return `Imported: ${done.join(', ')}.${rest}`;
}
