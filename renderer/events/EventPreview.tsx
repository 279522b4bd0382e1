import { encodeEvent } from '../../core/events/event-body.ts';
import { RequestPreview } from '../request/RequestPreview.tsx';
import { useClock } from '../time/use-clock.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useConnection } from '../window/current-connection.ts';
import { type EventForm, eventOf } from './event-form.ts';

/** The request that sends the event of the form, with its exact body. */
export function EventPreview({ form }: { readonly form: EventForm }) {
  return (
    <Disclosure title="What will be sent" className="event-preview">
      <EventRequest form={form} />
    </Disclosure>
  );
}

function EventRequest({ form }: { readonly form: EventForm }) {
  const { baseUrl, dialect } = useConnection();
  const now = useClock();
  return (
    <>
      <RequestPreview label="Request" url={`${baseUrl}/webhooks`} body={encodeEvent(eventOf(form, now), dialect)} />
      <p className="help">
        {form.time === 'now' ? 'The timestamp is set when you press Send event; here it follows the clock. ' : ''}
        The record under Sent events keeps exactly what was posted. The token is never shown.
      </p>
    </>
  );
}
