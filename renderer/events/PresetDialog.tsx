import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { checkPresetName, type EventPreset, type PresetToSave } from '../../core/events/preset.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import { phrasePreset } from './phrase-event.ts';
import { savePreset } from './queries.ts';

interface PresetDialogProps {
  /** With `id` null it is added, else renamed. */
  readonly preset: PresetToSave;
  readonly own: readonly EventPreset[];
  readonly onClose: () => void;
}

/** Asks for the name of a preset. */
export function PresetDialog({ preset, own, onClose }: PresetDialogProps) {
  const isNew = preset.id === null;
  const [name, setName] = useState(preset.name);
  const [isJudged, setJudged] = useState(false);
  const others = own.filter(({ id }) => id !== preset.id);
  const checked = checkPresetName(name, others);
  const save = useMutation({
    mutationFn: () => savePreset({ ...preset, name }),
    onSuccess: () => {
      toast.news(isNew ? `“${name.trim()}” was saved as a preset.` : `“${preset.name}” is now “${name.trim()}”.`);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setJudged(true);
    if (checked.ok && !save.isPending) save.mutate();
  };
  return (
    <Dialog title={isNew ? 'Save as a preset' : `Rename “${preset.name}”`} onClose={onClose}>
      <form className="dialog-form" noValidate onSubmit={submit}>
        <TextField
          label="Preset name"
          value={name}
          onChange={setName}
          error={isJudged && !checked.ok ? checked.error : null}
          autoFocus
        />
        <p className="help">
          {phrasePreset(preset)}. The reader, the time and the unique label are not part of a preset.
        </p>
        {save.error ? <Failed failure={save.error} isInline /> : null}
        <div className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={save.isPending}>
            {isNew ? 'Save preset' : 'Rename preset'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
