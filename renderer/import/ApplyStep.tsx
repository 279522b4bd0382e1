import type { ImportComparison } from '../../core/import/import-comparison.ts';
import type { ChangeKind } from '../../core/readers/change.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { ChangeTag } from '../ui/ChangeTag.tsx';
import { Failed } from '../ui/Failed.tsx';
import type { ImportSession, ImportState } from './import-session.ts';
import { effectOf, phraseEffect } from './phrase-outcome.ts';
import { TextTable } from './TextTable.tsx';

interface ApplyStepProps {
  readonly session: ImportSession;
  readonly state: ImportState;
  readonly comparison: ImportComparison;
}

/** What the import will do, in exact numbers, before the one press that does it. */
export function ApplyStep({ session, state, comparison }: ApplyStepProps) {
  const { target } = session.list;
  const effect = effectOf(comparison, state.choices);
  const rows = changedRows(comparison, effect.removed > 0);
  const total = effect.added + effect.renamed + effect.removed;
  return (
    <>
      {state.failure === null ? null : <Failed failure={state.failure} isInline />}
      <ul className="import-effect" aria-label="What the import does">
        {phraseEffect(target, effect).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="dim">It is one step that can be undone. Nothing is sent to Camio.</p>
      <TextTable
        label="What will change"
        rows={rows}
        lead={{
          head: (
            <th scope="col" className="import-kind">
              Change
            </th>
          ),
          cell: ({ kind }) => (
            <td>
              <ChangeTag kind={kind === 'renamed' && target === 'cameras' ? 'changed' : kind} />
            </td>
          ),
        }}
        columns={[
          { title: 'ID', width: '24%', isMono: true, text: ({ id }) => id, empty: 'no ID' },
          { title: 'Name now', text: ({ before }) => before ?? '', empty: '–' },
          { title: 'New name', text: ({ after }) => after ?? '', empty: '–' },
        ]}
      />
      {rows.length < total ? (
        <p className="import-hint dim">
          {formatCount(rows.length)} of {formatCount(total)} changes are shown.
        </p>
      ) : null}
    </>
  );
}

interface ChangedRow {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Removals first: they are what a person must not miss. */
function changedRows({ added, renamed, missing }: ImportComparison, isReplaced: boolean): readonly ChangedRow[] {
  const removed = isReplaced ? missing.first : [];
  return [
    ...removed.map(({ id, nameBefore }) => ({ kind: 'removed', id, before: nameBefore, after: null }) as const),
    ...renamed.first.map(
      ({ id, name, nameBefore }) => ({ kind: 'renamed', id, before: nameBefore, after: name }) as const,
    ),
    ...added.first.map(({ id, name }) => ({ kind: 'added', id, before: null, after: name }) as const),
  ];
}
