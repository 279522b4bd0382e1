import { counted } from '../../core/text/amounts.ts';
import './clipboard.css';
import { type FormEvent, useMemo, useSyncExternalStore } from 'react';
import { countLeftOut, doubtChoices } from '../../core/clipboard/paste-plan.ts';
import { phrasePaste } from '../../core/clipboard/phrase-paste.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Select } from '../ui/Select.tsx';
import { PasteTable } from './PasteTable.tsx';
import { pasteLines } from './paste-lines.ts';
import type { PasteSession } from './paste-session.ts';
import { doubtLabels, phraseDoubts } from './phrase-doubts.ts';
import { phraseHeader } from './phrase-header.ts';

/** What the rows on the clipboard would do to the draft, before they do it. */
export function PasteDialog({ paste }: { readonly paste: PasteSession }) {
  const { plan, pasted, doubts, isPlanning, isAsking } = useSyncExternalStore(paste.subscribe, paste.state);
  const lines = useMemo(() => (plan ? pasteLines(plan) : []), [plan]);
  const close = () => paste.cancel();

  if (!isAsking) return null;
  if (!plan || !pasted) {
    return (
      <Dialog title="Paste rows" onClose={close} width="large">
        <Loading text="Going through the rows…" />
      </Dialog>
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plan.changes.length > 0) paste.apply();
  };
  const rows = pasted.rows.length;
  return (
    <Dialog title={`Paste ${counted(rows, 'row')}`} onClose={close} width="large">
      <form className="paste-form" onSubmit={submit}>
        <p>
          <span role="status">{phrasePaste(plan)}.</span>
          {phraseHeader(pasted)}
          {plan.warned > 0 ? ` ${counted(plan.warned, 'reader')} will have a mark in the column Check.` : null}
        </p>
        {plan.doubtful.length > 0 ? (
          <Select
            label="IDs in doubt"
            className="paste-doubts"
            value={doubts}
            choices={doubtChoices.map((choice) => ({ value: choice, label: doubtLabels[choice] }))}
            onChange={(choice) => paste.setDoubts(choice)}
            help={phraseDoubts(plan.doubtful.length)}
          />
        ) : null}
        <PasteTable lines={lines} />
        <div className="dialog-actions">
          <Button onPress={close}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            isBusy={isPlanning}
            disabledReason={
              plan.changes.length > 0
                ? null
                : countLeftOut(plan) > 0
                  ? 'None of these rows can be pasted.'
                  : 'The list has all of it already.'
            }
          >
            Paste {counted(plan.changes.length, 'reader')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
