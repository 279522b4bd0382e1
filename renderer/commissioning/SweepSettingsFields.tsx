import { eventTypes } from '../../core/events/test-event.ts';
import { sweepLimits } from '../../core/sweep/sweep.ts';
import { eventTypeName } from '../events/phrase-event.ts';
import { LabelField } from '../ui/LabelField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { limitError, type SweepSettings } from './sweep-settings.ts';

interface SweepSettingsFieldsProps {
  readonly settings: SweepSettings;
  readonly onChange: (settings: SweepSettings) => void;
}

const eventTypeChoices = eventTypes.map((value) => ({ value, label: eventTypeName(value) }));
const concurrencyChoices = Array.from({ length: sweepLimits.concurrency.max }, (_, index) => {
  const value = String(index + 1);
  return { value, label: value };
});

/** How the events of a sweep are sent. */
export function SweepSettingsFields({ settings, onChange }: SweepSettingsFieldsProps) {
  const set = (changed: Partial<SweepSettings>) => onChange({ ...settings, ...changed });
  return (
    <div className="sweep-settings">
      <Select
        label="Event type"
        value={settings.eventType}
        choices={eventTypeChoices}
        onChange={(eventType) => set({ eventType })}
      />
      <Select
        label="Events at once"
        value={settings.concurrency}
        choices={concurrencyChoices}
        onChange={(concurrency) => set({ concurrency })}
      />
      <TextField
        label="Limit per minute"
        value={settings.perMinute}
        onChange={(perMinute) => set({ perMinute })}
        placeholder="No limit"
        error={limitError(settings)}
      />
      <LabelField label="Labels" labels={settings.labels} onChange={(labels) => set({ labels })} />
    </div>
  );
}
