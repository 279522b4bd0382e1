import { useId, useState } from 'react';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Select } from '../ui/Select.tsx';
import { chosenTime, type EventForm } from './event-form.ts';
import { findTimeZones } from './time-zones.ts';

interface TimeFieldsProps {
  readonly form: EventForm;
  readonly onChange: (change: Partial<EventForm>) => void;
  /** What is wrong with the chosen time; null where nothing is. */
  readonly issue: string | null;
}

/** When the event happened: now, or a clock time in a time zone, as the person at the door would say it. */
export function TimeFields({ form, onChange, issue }: TimeFieldsProps) {
  const id = useId();
  const time = chosenTime(form);
  return (
    <>
      <Select
        label="Time"
        className={form.time === 'now' ? 'half' : 'third'}
        value={form.time}
        choices={[
          { value: 'now', label: 'Now' },
          { value: 'chosen', label: 'At a chosen time' },
        ]}
        onChange={(chosen) => onChange({ time: chosen })}
        help={form.time === 'now' ? 'Set when the event is sent.' : null}
      />
      {form.time === 'chosen' ? (
        <div className="field">
          <label htmlFor={id}>Date and time</label>
          <input
            id={id}
            className="input"
            type="datetime-local"
            max="9999-12-31T23:59"
            value={form.clock}
            aria-invalid={issue !== null}
            aria-describedby={`${id}-text`}
            onChange={(event) => onChange({ clock: event.target.value, which: null })}
          />
          <span id={`${id}-text`} className={issue && form.clock !== '' ? 'field-error' : 'help'}>
            {time?.kind === 'one' ? `Sent as ${time.timestamp}` : issue}
          </span>
        </div>
      ) : null}
      <TimeZoneField
        timeZone={form.timeZone}
        onChange={(timeZone) => onChange({ timeZone, which: null })}
        className={form.time === 'now' ? 'half' : 'third'}
      />
      {time?.kind === 'twice' ? (
        <Select
          label="Which one"
          className="whole"
          value={form.which ?? ''}
          choices={[
            { value: '', label: 'Choose' },
            { value: 'earlier', label: `The first (${time.earlier.offset}), ${time.earlier.timestamp}` },
            { value: 'later', label: `The second (${time.later.offset}), ${time.later.timestamp}` },
          ]}
          onChange={(which) => onChange({ which: which === '' ? null : which })}
        />
      ) : null}
    </>
  );
}

interface TimeZoneFieldProps {
  readonly timeZone: string;
  readonly onChange: (zone: string) => void;
  readonly className: string;
}

function TimeZoneField({ timeZone, onChange, className }: TimeZoneFieldProps) {
  const [text, setText] = useState(timeZone);
  const choose = (zone: string | null) => {
    const next = zone ?? timeZone;
    setText(next);
    onChange(next);
  };
  return (
    <ComboBox
      label="Time zone"
      text={text}
      onTextChange={setText}
      chosen={timeZone}
      onChoose={choose}
      choices={findTimeZones(text === timeZone ? '' : text).map((zone) => ({ id: zone, text: zone }))}
      emptyText="No time zone matches."
      className={className}
    />
  );
}
