import { useId } from 'react';
import { TimeZoneField } from '../time/TimeZoneField.tsx';
import { Select } from '../ui/Select.tsx';
import { chosenTime, type EventForm } from './event-form.ts';
import { WhichTime } from './WhichTime.tsx';

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
            aria-describedby={issue === null ? undefined : `${id}-issue`}
            onChange={(event) => onChange({ clock: event.target.value, which: null })}
          />
        </div>
      ) : null}
      <TimeZoneField
        timeZone={form.timeZone}
        onChange={(timeZone) => onChange({ timeZone, which: null })}
        className={form.time === 'now' ? 'half' : 'third'}
      />
      {issue === null ? null : (
        <p id={`${id}-issue`} className={form.clock === '' ? 'whole help' : 'whole field-error'}>
          {issue}
        </p>
      )}
      {time?.kind === 'twice' ? (
        <WhichTime time={time} which={form.which} onChange={(which) => onChange({ which })} />
      ) : null}
    </>
  );
}
