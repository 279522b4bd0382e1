import { useMutation } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { EventPreset } from '../../core/events/preset.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PresetDialog } from './PresetDialog.tsx';
import { phrasePreset } from './phrase-event.ts';
import { deletePreset } from './queries.ts';

interface ManagePresetsProps {
  readonly own: readonly EventPreset[];
  readonly onClose: () => void;
}

/** Renames and deletes the person's own presets. */
export function ManagePresets({ own, onClose }: ManagePresetsProps) {
  const [chosen, setChosen] = useState<{ readonly preset: EventPreset; readonly to: 'rename' | 'delete' } | null>(null);
  const back = () => setChosen(null);
  const list = useRef<HTMLUListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [deletions, setDeletions] = useState(0);
  // The button that asked for it went with its preset, so the closed question has nowhere to give the focus back to.
  useEffect(() => {
    if (deletions > 0) (list.current ?? end.current)?.querySelector('button')?.focus();
  }, [deletions]);
  return (
    <Dialog title="Manage presets" onClose={onClose}>
      {own.length === 0 ? (
        <p className="dialog-text">
          There are no presets of your own yet. Fill in the form, then choose Presets, Save as a preset.
        </p>
      ) : (
        <ul ref={list} className="presets" aria-label="Own presets">
          {own.map((preset) => (
            <li key={preset.id}>
              <div>
                <p className="ellipsis" title={preset.name}>
                  {preset.name}
                </p>
                <p className="help ellipsis" title={phrasePreset(preset)}>
                  {phrasePreset(preset)}
                </p>
              </div>
              <IconButton
                label={`Rename ${preset.name}`}
                icon={<Pencil aria-hidden="true" />}
                onPress={() => setChosen({ preset, to: 'rename' })}
              />
              <IconButton
                label={`Delete ${preset.name}`}
                icon={<Trash2 aria-hidden="true" />}
                onPress={() => setChosen({ preset, to: 'delete' })}
              />
            </li>
          ))}
        </ul>
      )}
      <div ref={end} className="dialog-actions">
        <Button onPress={onClose}>Close</Button>
      </div>
      {chosen?.to === 'rename' ? <PresetDialog preset={chosen.preset} own={own} onClose={back} /> : null}
      {chosen?.to === 'delete' ? (
        <DeletePreset preset={chosen.preset} onClose={back} onDeleted={() => setDeletions((count) => count + 1)} />
      ) : null}
    </Dialog>
  );
}

interface DeletePresetProps {
  readonly preset: EventPreset;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

function DeletePreset({ preset, onClose, onDeleted }: DeletePresetProps) {
  const remove = useMutation({
    mutationFn: () => deletePreset(preset.id),
    onSuccess: () => {
      onClose();
      onDeleted();
    },
  });
  return (
    <ConfirmDialog
      title={`Delete the preset “${preset.name}”?`}
      confirmLabel="Delete preset"
      onConfirm={() => remove.mutate()}
      onClose={onClose}
      isBusy={remove.isPending}
      failure={remove.error}
    >
      <p>{phrasePreset(preset)}. Events that were sent with it stay in the history.</p>
    </ConfirmDialog>
  );
}
