import { useQuery } from '@tanstack/react-query';
import { Bookmark, Plus, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { builtInPresets, type PresetFields } from '../../core/events/preset.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { ManagePresets } from './ManagePresets.tsx';
import { PresetDialog } from './PresetDialog.tsx';
import { presetsQuery } from './queries.ts';

interface PresetsMenuProps {
  readonly defaultLabels: readonly string[];
  /** What would be saved as a preset now. */
  readonly current: PresetFields;
  readonly onApply: (preset: PresetFields) => void;
}

/** Fills the form from a preset, keeps what is in it as one, and leads to their care. */
export function PresetsMenu({ defaultLabels, current, onApply }: PresetsMenuProps) {
  const { data: own = [] } = useQuery(presetsQuery);
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const presets = [...builtInPresets(defaultLabels), ...own];
  const close = () => setDialog(null);
  const choose = (id: string) => {
    if (id === 'save' || id === 'manage') return setDialog(id);
    const preset = presets.find((each) => choiceId(each.id) === id);
    if (preset) onApply(preset);
  };
  return (
    <>
      <MenuButton
        label="Presets"
        icon={<Bookmark aria-hidden="true" />}
        choices={[
          ...presets.map(({ id, name }) => ({ id: choiceId(id), label: name })),
          { id: 'save', label: 'Save as a preset…', icon: <Plus aria-hidden="true" /> },
          { id: 'manage', label: 'Manage presets…', icon: <SlidersHorizontal aria-hidden="true" /> },
        ]}
        onChoose={choose}
      />
      {dialog === 'save' ? (
        <PresetDialog preset={{ id: null, name: '', ...current }} own={own} onClose={close} />
      ) : null}
      {dialog === 'manage' ? <ManagePresets own={own} onClose={close} /> : null}
    </>
  );
}

const choiceId = (presetId: string): string => `preset ${presetId}`;
