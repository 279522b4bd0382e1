import { Plus, Redo2, RefreshCw, Trash2, Undo2, Upload } from 'lucide-react';
import type { Step } from '../../core/readers/draft.ts';
import { useCommand } from '../app/shortcuts.ts';
import { useOfflineReason } from '../app/use-offline-reason.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { FilterBox } from './FilterBox.tsx';
import { countReaders } from './phrase-changes.ts';
import { useDraft } from './use-draft.ts';
import { useListState } from './use-reader-list.ts';
import { type ExportChoice, useReadersCommands } from './use-readers-commands.ts';

const exports: Readonly<Record<string, ExportChoice>> = {
  'Draft as CSV': { source: 'draft', format: 'csv' },
  'Draft as JSON': { source: 'draft', format: 'json' },
  "Camio's list as CSV": { source: 'remote', format: 'csv' },
  "Camio's list as JSON": { source: 'remote', format: 'json' },
};
const exportChoices = Object.keys(exports).map((label) => ({ id: label, label }));

/** What can be done to the readers, by button, key and menu item. */
export function ReadersToolbar({ onLeaveFilter }: { readonly onLeaveFilter: () => void }) {
  const commands = useReadersCommands();
  const offline = useOfflineReason();
  const lastStep = useDraft((state) => (state.kind === 'open' ? state.draft.undo.at(-1) : undefined));
  const undoneStep = useDraft((state) => (state.kind === 'open' ? state.draft.redo.at(-1) : undefined));
  const isReading = useDraft((state) => state.kind === 'open' && state.reading);
  const selected = useListState((state) => state.selection.rows.size);
  const hasTarget = useListState((state) => state.selection.rows.size > 0 || state.cursor.row !== null);

  useCommand('add reader', commands.add);
  useCommand('undo', commands.undo);
  useCommand('redo', commands.redo);
  useCommand('refresh', commands.refresh);
  useCommand('export', () => commands.exportReaders({ source: 'draft', format: 'csv' }));

  const chooseExport = (label: string) => {
    const choice = exports[label];
    if (choice) commands.exportReaders(choice);
  };

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
      <Button
        className="delete"
        variant="quiet"
        icon={<Trash2 aria-hidden="true" />}
        onPress={commands.remove}
        count={selected > 0 ? selected.toLocaleString('en') : null}
        disabledReason={hasTarget ? null : 'Select readers first, or put the keyboard on one.'}
        tooltip={selected > 0 ? `Remove ${countReaders(selected)} from the draft` : 'Remove this reader from the draft'}
        shortcut="Delete"
      >
        Delete
      </Button>
      <span className="divider" />
      <IconButton
        label="Undo"
        icon={<Undo2 aria-hidden="true" />}
        onPress={commands.undo}
        tooltip={lastStep ? `Undo: ${phraseStep(lastStep)}` : undefined}
        disabledReason={lastStep ? null : 'There is nothing to undo.'}
        shortcut="Mod+Z"
      />
      <IconButton
        label="Redo"
        icon={<Redo2 aria-hidden="true" />}
        onPress={commands.redo}
        tooltip={undoneStep ? `Redo: ${phraseStep(undoneStep)}` : undefined}
        disabledReason={undoneStep ? null : 'There is nothing to redo.'}
        shortcut="Mod+Shift+Z"
      />
      <span className="divider" />
      <MenuButton label="Export" icon={<Upload aria-hidden="true" />} choices={exportChoices} onChoose={chooseExport} />
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
    </div>
  );
}

const verbs = {
  add: 'added',
  rename: 'renamed',
  'set id': 'given another ID',
  delete: 'removed',
  revert: 'brought back',
  'set list': 'restored from a snapshot',
  import: 'imported',
  paste: 'pasted',
  merge: 'merged with Camio’s list',
} as const satisfies Record<Step['action'], string>;

const phraseStep = ({ action, edits }: Step): string => `${countReaders(edits.length)} ${verbs[action]}`;
