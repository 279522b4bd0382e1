import { CctvOff, Download, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { phraseStep } from '../cameras/phrase-plan.ts';
import { usePlan } from '../cameras/use-plan.ts';
import { Button } from '../ui/Button.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { UndoButtons } from '../ui/UndoButtons.tsx';
import { useCommand } from '../window/shortcuts.ts';
import type { PlanFilter } from './use-plan-view.ts';

interface PlanToolbarProps {
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  readonly onLeaveFilter: () => void;
  readonly withoutReader: number;
  readonly selected: number;
  readonly canDelete: boolean;
  readonly onAdd: () => void;
  readonly onImport: () => void;
  readonly onDelete: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** What can be done to the plan, by button, key and menu item. */
export function PlanToolbar(props: PlanToolbarProps) {
  const { filter, onFilter, selected, withoutReader } = props;
  const search = useRef<HTMLInputElement>(null);
  const lastStep = usePlan((state) => (state.kind === 'open' ? state.value.undo.at(-1) : undefined));
  const undoneStep = usePlan((state) => (state.kind === 'open' ? state.value.redo.at(-1) : undefined));

  // A step may have changed 20,000 cameras, and its sentence counts them.
  const undoes = useMemo(() => (lastStep ? phraseStep(lastStep) : null), [lastStep]);
  const redoes = useMemo(() => (undoneStep ? phraseStep(undoneStep) : null), [undoneStep]);

  useCommand('undo', props.onUndo);
  useCommand('redo', props.onRedo);
  useCommand('filter', () => {
    search.current?.focus();
    search.current?.select();
  });

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') props.onLeaveFilter();
    else if (event.key === 'Escape' && filter.text !== '') onFilter({ ...filter, text: '' });
    else return;
    event.preventDefault();
  };

  return (
    <div className="plan-toolbar">
      <SearchBox
        ref={search}
        label="Filter cameras and readers"
        shortcut="F"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
        onKeyDown={press}
      />
      <Button
        className="foldable"
        icon={<CctvOff aria-hidden="true" />}
        aria-pressed={filter.isWithoutReader}
        onPress={() => onFilter({ ...filter, isWithoutReader: !filter.isWithoutReader })}
        count={formatCount(withoutReader)}
        aria-label="Cameras without a reader"
        tooltip={filter.isWithoutReader ? 'Show all cameras' : 'Show only cameras without a reader'}
      >
        No reader
      </Button>
      <span className="divider" />
      <Button icon={<Plus aria-hidden="true" />} onPress={props.onAdd} tooltip="Add a camera to the plan">
        Add camera
      </Button>
      <Button
        className="foldable"
        variant="quiet"
        icon={<Download aria-hidden="true" />}
        onPress={props.onImport}
        tooltip="Import cameras from a file"
      >
        Import cameras
      </Button>
      <Button
        className="foldable"
        variant="quiet"
        icon={<Trash2 aria-hidden="true" />}
        onPress={props.onDelete}
        count={selected > 0 ? formatCount(selected) : null}
        disabledReason={props.canDelete ? null : 'Select cameras first, or put the keyboard on one.'}
        tooltip={
          selected > 0 ? `Delete ${counted(selected, 'camera')} from the plan` : 'Delete this camera from the plan'
        }
        shortcut="Delete"
      >
        Delete
      </Button>
      <span className="divider" />
      <UndoButtons undoes={undoes} redoes={redoes} onUndo={props.onUndo} onRedo={props.onRedo} />
    </div>
  );
}
