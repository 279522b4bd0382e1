import { useId } from 'react';
import type { ClockTime } from '../../core/events/event-time.ts';
import type { EventForm } from './event-form.ts';

interface WhichTimeProps {
  readonly time: Extract<ClockTime, { kind: 'twice' }>;
  readonly which: EventForm['which'];
  readonly onChange: (which: 'earlier' | 'later') => void;
}

const choices = [
  { which: 'earlier', name: 'The first' },
  { which: 'later', name: 'The second' },
] as const;

/** Asks which one is meant of a clock time that was twice, since the clocks were set back. */
export function WhichTime({ time, which: chosen, onChange }: WhichTimeProps) {
  const name = useId();
  return (
    <fieldset className="field whole which-time">
      <legend>Which one</legend>
      {choices.map(({ which, name: ordinal }) => (
        <label key={which}>
          <input type="radio" name={name} checked={chosen === which} onChange={() => onChange(which)} />
          <span>
            {ordinal}, at {time[which].offset}
          </span>
          <span className="dim mono">{time[which].timestamp}</span>
        </label>
      ))}
    </fieldset>
  );
}
