import { Download, PencilLine, Plus, RefreshCw, Upload } from 'lucide-react';
import { phraseStep } from '../draft/phrase-step.ts';
import { useDraft, useDraftSession } from '../draft/use-draft.ts';
import { useExport } from '../export/use-export.tsx';
import { useImport } from '../import/use-import.tsx';
import { useBulkRename } from '../rename/use-bulk-rename.tsx';
import { Button } from '../ui/Button.tsx';
import { UndoButtons } from '../ui/UndoButtons.tsx';
import { useCommand } from '../window/shortcuts.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { DeleteReaders } from './DeleteReaders.tsx';
import { FilterBox } from './FilterBox.tsx';
import { importedReaders } from './imported-readers.ts';
import { useReadersCommands } from './use-readers-commands.ts';

/** What can be done to the readers, by button, key and menu item. */
export function ReadersToolbar({ onLeaveFilter }: { readonly onLeaveFilter: () => void }) {
  const commands = useReadersCommands();
  const offline = useOfflineReason();
  const lastStep = useDraft((state) => (state.kind === 'open' ? state.draft.undo.at(-1) : undefined));
  const undoneStep = useDraft((state) => (state.kind === 'open' ? state.draft.redo.at(-1) : undefined));
  const isReading = useDraft((state) => state.kind === 'open' && state.reading);

  const readersImport = useImport(importedReaders(useDraftSession()));
  const readersExport = useExport();
  const bulkRename = useBulkRename();

  useCommand('add reader', commands.add);
  useCommand('undo', commands.undo);
  useCommand('redo', commands.redo);
  useCommand('refresh', commands.refresh);
  useCommand('import', readersImport.start);
  useCommand('export', readersExport.start);

  return (
    <div className="readers-toolbar">
      <FilterBox onLeave={onLeaveFilter} />
      <Button
        icon={<Plus aria-hidden="true" />}
        onPress={commands.add}
        shortcut="N"
        tooltip="Add a reader to the draft"
      >
        Add reader
      </Button>
      <DeleteReaders onPress={commands.remove} />
      <span className="divider" />
      <UndoButtons
        undoes={lastStep ? phraseStep(lastStep) : null}
        redoes={undoneStep ? phraseStep(undoneStep) : null}
        onUndo={commands.undo}
        onRedo={commands.redo}
      />
      <span className="divider" />
      <Button
        className="bulk-rename"
        variant="quiet"
        icon={<PencilLine aria-hidden="true" />}
        onPress={() => bulkRename.start('replace')}
        tooltip="Give many readers new names by one rule"
      >
        Bulk rename
      </Button>
      <Button
        variant="quiet"
        icon={<Download aria-hidden="true" />}
        onPress={readersImport.start}
        isBusy={readersImport.isOpen}
        tooltip="Import readers from a file"
      >
        Import
      </Button>
      <Button
        variant="quiet"
        icon={<Upload aria-hidden="true" />}
        onPress={readersExport.start}
        tooltip="Export readers as a file"
        shortcut="Mod+E"
      >
        Export
      </Button>
      <Button
        className="refresh"
        variant="quiet"
        icon={<RefreshCw aria-hidden="true" />}
        onPress={commands.refresh}
        isBusy={isReading}
        disabledReason={offline}
        aria-label="Refresh from Camio"
        tooltip="Read Camio's list again"
      >
        Refresh
      </Button>
      {readersImport.wizard}
      {readersExport.dialog}
      {bulkRename.dialog}
    </div>
  );
}
