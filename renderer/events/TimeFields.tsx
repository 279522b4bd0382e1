import { useId } from 'react';
import { TimeZoneField } from '../time/TimeZoneField.tsx';
import { Select } from '../ui/Select.tsx';
import { chosenTime, clockOf, type EventForm } from './event-form.ts';
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
  const choose = (chosen: EventForm['time']) => {
    // Most times to test are close to this one: little of it has to be typed over.
    const clock = chosen === 'chosen' && form.clock === '' ? clockOf(Date.now(), form.timeZone) : form.clock;
    onChange({ time: chosen, clock });
  };
  return (
    <>
      <div className="whole event-when">
        <Select
          label="Time"
          value={form.time}
          choices={[
            { value: 'now', label: 'Now' },
            { value: 'chosen', label: 'At a chosen time' },
          ]}
          onChange={choose}
        />
        {form.time === 'chosen' ? (
          <div className="field event-clock-field">
            <label htmlFor={id}>Date and time</label>
            <input
              id={id}
              className="input"
              type="datetime-local"
              step={1}
              max="9999-12-31T23:59"
              value={form.clock}
              aria-invalid={issue !== null}
              aria-describedby={issue === null ? undefined : `${id}-issue`}
              onChange={(event) => onChange({ clock: event.target.value, which: null })}
            />
          </div>
        ) : null}
        <TimeZoneField timeZone={form.timeZone} onChange={(timeZone) => onChange({ timeZone, which: null })} />
      </div>
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
