import { counted } from '../../core/text/amounts.ts';
import './rename.css';
import { useMemo, useState } from 'react';
import type { NewName } from '../../core/draft/draft-action.ts';
import { isKept } from '../../core/rename/rename-preview.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { kindNames } from './phrase-rename.ts';
import { RenamePreviewPanel } from './RenamePreviewPanel.tsx';
import { RuleFields } from './RuleFields.tsx';
import { emptyForm, type RenameForm, type RenameKind, renameKinds, ruleOf } from './rename-form.ts';
import { type RenameScope, useScopes } from './rename-scope.ts';
import { useRenamePreview } from './use-rename-preview.ts';

interface BulkRenameDialogProps {
  readonly kind: RenameKind;
  readonly onClose: () => void;
}

const kindChoices = renameKinds.map((value) => ({ value, label: kindNames[value] }));

/** Gives many readers new names by one rule, shown before it is done; one step that can be undone. */
export function BulkRenameDialog({ kind, onClose }: BulkRenameDialogProps) {
  const { actions } = useReaderList();
  const { rows, scopes } = useScopes();
  const [form, setForm] = useState<RenameForm>({ ...emptyForm, kind });
  const [wanted, setWanted] = useState<RenameScope | null>(null);
  const scope = scopes.find(({ value }) => value === wanted) ?? scopes[0];
  const chosen = scope?.chosen ?? noRows;
  const rule = useMemo(() => ruleOf(form), [form]);
  const state = useRenamePreview(rows, chosen, rule);
  const isCurrent = state.kind === 'ready' && state.question.rows === rows && state.question.chosen === chosen;
  const preview = isCurrent ? state.preview : null;

  const change = (part: Partial<RenameForm>) => setForm((before) => ({ ...before, ...part }));
  const rename = () => {
    if (!preview) return;
    onClose();
    const names: NewName[] = [];
    for (const { row, name, problem } of preview.rows) if (!isKept(problem)) names.push({ row, name });
    actions.rename(names);
  };

  return (
    <Dialog title="Bulk rename" width="large" onClose={onClose}>
      <div className="rename-fields">
        <Select label="Readers" value={scope?.value ?? 'all'} choices={scopes} onChange={setWanted} />
        <Select
          label="What to do"
          value={form.kind}
          choices={kindChoices}
          onChange={(chosenKind) => change({ kind: chosenKind })}
        />
      </div>
      <div className="rename-fields">
        <RuleFields form={form} onChange={change} />
      </div>
      <RenamePreviewPanel state={state} />
      <div className="dialog-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button variant="primary" onPress={rename} disabledReason={whyNot(state.kind, preview?.renamed ?? null)}>
          {preview && preview.renamed > 0 ? `Rename ${counted(preview.renamed, 'reader')}` : 'Rename readers'}
        </Button>
      </div>
    </Dialog>
  );
}

const noRows: readonly number[] = [];

function whyNot(state: 'working' | 'ready' | 'failed', renamed: number | null): string | null {
  if (state === 'failed') return 'Put right what is said above first.';
  if (renamed === null) return 'The new names are still being worked out.';
  return renamed === 0 ? 'No name would change.' : null;
}
