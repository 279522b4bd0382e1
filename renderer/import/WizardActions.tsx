import { counted } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import type { ImportSession, ImportState } from './import-session.ts';
import { applyLabel, changesNothing, effectOf, nothingToChange } from './phrase-outcome.ts';
import { WorkProgress } from './WorkProgress.tsx';

interface WizardActionsProps {
  readonly session: ImportSession;
  readonly state: ImportState;
}

/** The wizard's way on, back and out. A step that has nothing to show yet says itself what is under way. */
export function WizardActions({ session, state }: WizardActionsProps) {
  const { step, table, work, comparison, choices } = state;
  const { target } = session.list;
  const isShown = step === 'file' || step === 'columns' ? table !== null : comparison !== null;
  const effect = comparison ? effectOf(comparison, choices) : null;
  return (
    <div className="import-actions">
      {isShown ? <WorkProgress state={state} /> : null}
      <Button
        onPress={session.cancel}
        disabledReason={work === 'importing' ? 'It is being written. It can be undone afterwards.' : null}
      >
        Cancel
      </Button>
      {step === 'file' ? null : (
        <Button onPress={session.back} disabledReason={work === null ? null : 'Wait until this is done, or cancel.'}>
          Back
        </Button>
      )}
      {step === 'apply' && effect ? (
        <Button
          key="apply"
          variant={effect.removed > 0 ? 'danger' : 'primary'}
          onPress={() => void session.apply()}
          isBusy={work !== null}
        >
          {applyLabel(target, effect)}
        </Button>
      ) : (
        <Button
          key="next"
          variant="primary"
          onPress={session.next}
          isBusy={work !== null}
          disabledReason={whyNotNext(session, state)}
        >
          Next
        </Button>
      )}
    </div>
  );
}

/** Why the step cannot be left yet, and what to do about it. */
function whyNotNext(
  { list }: ImportSession,
  { step, table, mapping, comparison, choices }: ImportState,
): string | null {
  if (table === null || mapping === null) return 'Choose a file first.';
  if (step === 'file') return table.rows === 0 ? 'The file has no rows below its header line.' : null;
  if (step === 'columns') {
    const canDoWithout = list.target === 'cameras' && mapping.name.columns.length > 0;
    return mapping.id.columns.length > 0 || canDoWithout ? null : 'Choose the column that holds the ID first.';
  }
  if (comparison === null) return 'The file has to be compared with the list first.';
  const errors = comparison.errors.total;
  if (errors > 0 && !choices.leaveOutErrors) {
    return `${counted(errors, 'row')} ${errors === 1 ? 'has an error' : 'have errors'}. Correct the file, or import the other rows without ${errors === 1 ? 'it' : 'them'}.`;
  }
  return changesNothing(effectOf(comparison, choices)) ? nothingToChange : null;
}
