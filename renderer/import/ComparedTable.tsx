import type { ComparedRow, ImportChoices, ImportComparison, RowError } from '../../core/import/import-comparison.ts';
import type { ImportTarget } from '../../core/import/import-table.ts';
import { phraseRowError } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { type ComparedKind, totalOf } from './compared-kinds.ts';
import { DamagedTable } from './DamagedTable.tsx';
import { LeftOutTable } from './LeftOutTable.tsx';
import { NamesTable } from './NamesTable.tsx';
import { type TextColumn, TextTable } from './TextTable.tsx';

interface ComparedTableProps {
  readonly kind: ComparedKind;
  readonly target: ImportTarget;
  readonly comparison: ImportComparison;
  readonly choices: ImportChoices;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
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
export function ComparedTable({ kind, target, comparison, choices, onChoose }: ComparedTableProps) {
  const { added, renamed, missing, errors, names, leftOut } = comparison;
  const total = totalOf(comparison, kind);
  if (total === 0) return <p className="import-none dim">{noneOf[kind](target)}</p>;
  const shown =
    kind === 'damaged'
      ? comparison.repairs.first.length + comparison.links.first.length + comparison.suspects.first.length
      : comparison[kind].first.length;
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
      {kind === 'damaged' ? <DamagedTable comparison={comparison} choices={choices} onChoose={onChoose} /> : null}
      {kind === 'names' ? <NamesTable names={names} choices={choices} onChoose={onChoose} /> : null}
      {kind === 'leftOut' ? <LeftOutTable leftOut={leftOut} choices={choices} onChoose={onChoose} /> : null}
      {shown < total ? (
        <p className="import-hint dim">
          The first {formatCount(shown)} of {formatCount(total)} are shown.
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
  damaged: () => 'No ID looks damaged.',
  names: () => 'No name is doubtful.',
  leftOut: () => 'No line was left out.',
};
