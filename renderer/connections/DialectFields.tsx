import { type DialectPreset, dialectPresets, type EventEnvelope, type ListKey } from '../../core/camio/dialect.ts';
import { Select } from '../ui/Select.tsx';
import { type ConnectionForm, withPreset } from './connection-form.ts';
import { dialectName } from './phrase-connection.ts';

const presets = dialectPresets.map((value: DialectPreset) => ({ value, label: dialectName(value) }));

const listKeys: readonly { value: ListKey; label: string }[] = [
  { value: 'readers', label: 'readers' },
  { value: 'devices', label: 'devices' },
];

const envelopes: readonly { value: EventEnvelope; label: string }[] = [
  { value: 'flat', label: 'The event as it is' },
  { value: 'event', label: '{"event": …}' },
  { value: 'events', label: '{"events": […]}' },
];

interface DialectFieldsProps {
  readonly form: ConnectionForm;
  readonly onChange: (form: ConnectionForm) => void;
}

/** Which generation of Camio's guide the server speaks; its details can be chosen where it is neither. */
export function DialectFields({ form, onChange }: DialectFieldsProps) {
  const { dialect } = form;
  const help = form.isDialectChosen ? null : 'Chosen by the host of the API base URL.';
  return (
    <div className="dialect">
      <Select
        label="Dialect"
        value={dialect.preset}
        choices={presets}
        onChange={(preset) => onChange(withPreset(form, preset))}
        help={help}
      />
      {dialect.preset === 'custom' ? (
        <>
          <Select
            label="List key"
            value={dialect.listKey}
            choices={listKeys}
            onChange={(listKey) => onChange({ ...form, dialect: { ...dialect, listKey } })}
          />
          <Select
            label="Event envelope"
            value={dialect.eventEnvelope}
            choices={envelopes}
            onChange={(eventEnvelope) => onChange({ ...form, dialect: { ...dialect, eventEnvelope } })}
          />
        </>
      ) : null}
    </div>
  );
}
