import type { ComparedRow, ImportComparison, RowError } from '../../core/import/import-comparison.ts';
import type { ImportTarget } from '../../core/import/import-table.ts';
import { phraseDamage, phraseRowError } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import type { ComparedKind } from './compared-kinds.ts';
import { RepairsTable } from './RepairsTable.tsx';
import { type TextColumn, TextTable } from './TextTable.tsx';

interface ComparedTableProps {
  readonly kind: ComparedKind;
  readonly target: ImportTarget;
  readonly comparison: ImportComparison;
  /** Lines whose repair is confirmed. */
  readonly repaired: readonly number[];
  readonly onRepair: (lines: readonly number[]) => void;
}

type Row = Pick<RowError, 'line' | 'id' | 'name'>;

const line: TextColumn<{ readonly line: number }> = { title: 'Line', width: 72, text: ({ line }) => formatCount(line) };
const id: TextColumn<Row> = { title: 'ID', width: '26%', isMono: true, text: ({ id }) => id, empty: 'no ID' };
const name: TextColumn<Row> = { title: 'Name', text: ({ name }) => name, empty: 'no name' };
const nameBefore: TextColumn<ComparedRow> = {
  title: 'Name now',
  text: ({ nameBefore }) => nameBefore ?? '',
  empty: 'no name',
};
const newName: TextColumn<ComparedRow> = { ...name, title: 'New name' };
const reason: TextColumn<RowError> = { title: 'Why not', text: phraseRowError };

/** The first rows of one kind, with how many there are in all. */
export function ComparedTable({ kind, target, comparison, repaired, onRepair }: ComparedTableProps) {
  const { added, renamed, missing, errors, repairs, suspects } = comparison;
  const { total, first } = comparison[kind];
  if (total === 0) return <p className="import-none dim">{noneOf[kind](target)}</p>;
  return (
    <>
      {kind === 'added' ? <TextTable label="Added" rows={added.first} columns={[line, id, name]} /> : null}
      {kind === 'renamed' ? (
        <TextTable label="Renamed" rows={renamed.first} columns={[line, id, nameBefore, newName]} />
      ) : null}
      {kind === 'missing' ? (
        <TextTable label="Not in the file" rows={missing.first} columns={[id, nameBefore]} />
      ) : null}
      {kind === 'errors' ? <TextTable label="Errors" rows={errors.first} columns={[line, id, name, reason]} /> : null}
      {kind === 'repairs' ? <RepairsTable repairs={repairs} repaired={repaired} onRepair={onRepair} /> : null}
      {kind === 'suspects' ? (
        <>
          <p className="import-hint">
            A spreadsheet has probably changed these IDs, and not exactly one ID of the list fits. They are imported as
            they are here: better export them again as text.
          </p>
          <TextTable
            label="IDs that look damaged"
            rows={suspects.first}
            columns={[
              line,
              { title: 'ID in the file', width: '26%', isMono: true, text: ({ found }) => found },
              { title: 'Name', text: ({ name }) => name, empty: 'no name' },
              { title: 'Damage', text: ({ damage }) => phraseDamage(damage) },
            ]}
          />
        </>
      ) : null}
      {first.length < total ? (
        <p className="import-hint dim">
          The first {formatCount(first.length)} of {formatCount(total)} are shown.
        </p>
      ) : null}
    </>
  );
}

const noneOf: Readonly<Record<ComparedKind, (target: ImportTarget) => string>> = {
  added: (target) => `The file has no ${target} that the list does not have.`,
  renamed: () => 'No name is changed.',
  missing: (target) => `The file has all ${target} of the list.`,
  errors: () => 'No row has an error.',
  repairs: () => 'No ID looks damaged.',
  suspects: () => 'No ID looks damaged.',
};
