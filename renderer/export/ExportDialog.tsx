import { counted } from '../../core/text/amounts.ts';
import './export.css';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { formatsOf } from '../../core/export/export-choice.ts';
import { useDraftSession } from '../draft/use-draft.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Select } from '../ui/Select.tsx';
import { toast } from '../ui/toast.ts';
import { ColumnsField } from './ColumnsField.tsx';
import { chosenColumns, hasColumns, keepChoice, lastChoice, withList } from './export-choice.ts';
import { exportReaders } from './export-readers.ts';
import { ListField } from './ListField.tsx';
import { formatTexts, phraseCaution } from './phrase-export.ts';
import { useListSizes } from './use-list-sizes.ts';

/** Which readers to export, in which format and with which columns. Where to is asked by the system's own dialog. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useDraftSession();
  const { list } = useReaderList();
  const sizes = useListSizes();
  const [choice, setChoice] = useState(() => lastChoice(sizes));
  const exporting = useMutation({
    mutationFn: (cancel: AbortController) => exportReaders(session, list, choice, cancel.signal),
    onSuccess: (outcome) => {
      if (outcome.kind === 'given up') toast.news('Export cancelled. No file was written.');
      if (outcome.kind !== 'saved') return;
      toast.news(`Exported ${counted(outcome.readers, 'reader')} to ${outcome.path}`);
      onClose();
    },
  });

  const size = sizes[choice.list] ?? 0;
  const caution = phraseCaution(choice, size);
  const isOff =
    size === 0
      ? 'There are no readers to export.'
      : hasColumns(choice) && chosenColumns(choice).length === 0
        ? 'Choose a column first.'
        : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isOff !== null || exporting.isPending) return;
    keepChoice(choice);
    exporting.mutate(new AbortController());
  };

  return (
    <Dialog title="Export readers" onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <ListField list={choice.list} sizes={sizes} onChange={(chosen) => setChoice(withList(choice, chosen))} />
        <Select
          label="Format"
          value={choice.format}
          choices={formatsOf(choice.list).map((format) => ({ value: format, label: formatTexts[format].name }))}
          onChange={(format) => setChoice({ ...choice, format })}
          help={formatTexts[choice.format].help}
        />
        {hasColumns(choice) ? <ColumnsField choice={choice} onChange={setChoice} /> : null}
        <p role="status" className={exporting.isPending ? 'dim' : 'export-caution'}>
          {exporting.isPending ? 'The file is being made. Closing this lets it go on.' : caution}
        </p>
        {exporting.error ? <Failed failure={exporting.error} isInline /> : null}
        <div className="dialog-actions">
          {exporting.isPending ? <Button onPress={() => exporting.variables?.abort()}>Cancel export</Button> : null}
          <Button onPress={onClose}>Close</Button>
          <Button type="submit" variant="primary" isBusy={exporting.isPending} disabledReason={isOff}>
            Export {counted(size, 'reader')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
