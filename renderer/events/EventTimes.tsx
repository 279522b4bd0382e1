import { TriangleAlert } from 'lucide-react';
import { phraseClockSkew } from '../../core/camio/clock-skew.ts';
import { doubtTime, phraseTimeDoubt } from '../../core/events/time-doubt.ts';
import { ownTimeZone, siteTimeZone } from '../../core/time/time-zone.ts';
import { zonedTime } from '../../core/time/zoned-time.ts';
import { useClock } from '../time/use-clock.ts';
import { useConnection } from '../window/current-connection.ts';
import { type EventForm, eventOf } from './event-form.ts';

/** The event's time by this computer's clock, by the site's and in UTC, and what is doubtful about it. */
export function EventTimes({ form }: { readonly form: EventForm }) {
  const connection = useConnection();
  const { clockSkewSeconds = 0 } = connection;
  const nowMs = useClock();
  const { timestamp } = eventOf(form, nowMs);
  const camiosNowMs = nowMs - clockSkewSeconds * 1000;
  const doubt = form.time === 'chosen' && timestamp !== '' ? doubtTime(timestamp, camiosNowMs) : null;
  return (
    <div className="whole event-time">
      {timestamp === '' ? null : (
        <ul className="event-times">
          <ZoneTime name="This computer" zone={ownTimeZone()} timestamp={timestamp} />
          <ZoneTime name="Site" zone={siteTimeZone(connection)} timestamp={timestamp} />
          <ClockTime name="UTC, as sent" clock={timestamp} />
        </ul>
      )}
      <div role="status" className="event-doubts">
        {clockSkewSeconds === 0 ? null : (
          <Doubt
            text={`${phraseClockSkew(clockSkewSeconds)} An event sent now would have the wrong time. Set this computer’s clock.`}
          />
        )}
        {doubt ? <Doubt text={`${phraseTimeDoubt(doubt)} It can be sent all the same.`} /> : null}
      </div>
    </div>
  );
}

interface ZoneTimeProps {
  readonly name: string;
  readonly zone: string;
  readonly timestamp: string;
}

function ZoneTime({ name, zone, timestamp }: ZoneTimeProps) {
  const time = zonedTime(Date.parse(timestamp), zone);
  if (!time) return null;
  return <ClockTime name={name} zone={zone} clock={time.clock} offset={time.offset} />;
}

interface ClockTimeProps {
  readonly name: string;
  readonly zone?: string;
  readonly clock: string;
  readonly offset?: string;
}

function ClockTime({ name, zone, clock, offset }: ClockTimeProps) {
  return (
    <li>
      <span className="event-clock ellipsis" title={zone}>
        {name}
        {zone === undefined ? null : <span className="dim">, {zone}</span>}
      </span>
      <span className="tabular">
        <span>{clock}</span> {offset === undefined ? null : <span>{offset}</span>}
      </span>
    </li>
  );
}

function Doubt({ text }: { readonly text: string }) {
  return (
    <p className="event-doubt">
      <TriangleAlert aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
