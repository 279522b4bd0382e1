import { useState } from 'react';
import { ComboBox } from '../ui/ComboBox.tsx';
import { findTimeZones } from './time-zones.ts';

/** More are not offered at once: nobody reads them, and the list must open without a pause. */
const mostOffered = 50;

interface TimeZoneFieldProps {
  readonly timeZone: string;
  readonly onChange: (timeZone: string) => void;
  readonly help?: string;
  readonly className?: string;
}

/** An IANA time zone, chosen by typing a part of its name. Until one is chosen, the one before stays. */
export function TimeZoneField({ timeZone, onChange, help, className }: TimeZoneFieldProps) {
  const [text, setText] = useState(timeZone);
  const type = (typed: string) => {
    setText(typed);
    // A name typed to its end needs no choosing from the list.
    const whole = findTimeZones(typed).find((zone) => zone.toLowerCase() === typed.trim().toLowerCase());
    if (whole !== undefined && whole !== timeZone) onChange(whole);
  };
  const isSearch = text !== timeZone;
  const matches = findTimeZones(isSearch ? text : '');
  const more = isSearch ? matches.length - mostOffered : 0;
  const choose = (zone: string | null) => {
    if (zone === null) return;
    setText(zone);
    onChange(zone);
  };
  return (
    <ComboBox
      label="Time zone"
      text={text}
      onTextChange={type}
      onLeave={() => setText(timeZone)}
      chosen={timeZone}
      onChoose={choose}
      choices={matches.slice(0, mostOffered).map((zone) => ({ id: zone, text: zone }))}
      emptyText="No time zone matches."
      help={more > 0 ? `${more} more match. Type more of the name, such as the city.` : help}
      {...(className === undefined ? {} : { className })}
    />
  );
}
