import { useMutation } from '@tanstack/react-query';
import { Copy, Send } from 'lucide-react';
import { useRef } from 'react';
import { eventTypes } from '../../core/events/test-event.ts';
import type { Rows } from '../../core/readers/rows.ts';
import { siteTimeZone } from '../../core/time/time-zone.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { LabelField } from '../ui/LabelField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { EventPreview } from './EventPreview.tsx';
import { EventResult } from './EventResult.tsx';
import { EventTimes } from './EventTimes.tsx';
import {
  type EventForm,
  emptyForm,
  eventOf,
  followDefaults,
  followSite,
  nextForm,
  presetFieldsOf,
  timeIssue,
  whyNotSend,
  withPresetFields,
  withUniqueLabel,
} from './event-form.ts';
import { PresetsMenu } from './PresetsMenu.tsx';
import { eventTypeName, realEventNote } from './phrase-event.ts';
import { sendEvent } from './queries.ts';
import { ReaderField } from './ReaderField.tsx';
import { TimeFields } from './TimeFields.tsx';
import { chanceNow, useEventForm } from './use-event-form.ts';

interface EventComposerProps {
  readonly rows: Rows;
  readonly defaultLabels: readonly string[];
}

/** The form of one test event, what it sends, and what came of the last one. */
export function EventComposer({ rows, defaultLabels }: EventComposerProps) {
  const connection = useConnection();
  const connectionId = connection.id;
  const offline = useOfflineReason();
  const siteZone = siteTimeZone(connection);
  const [kept, setKept] = useEventForm(connectionId, () => emptyForm(defaultLabels, siteZone, chanceNow()));
  const follow = (before: EventForm) => followDefaults(followSite(before, siteZone), defaultLabels);
  const form = follow(kept);
  const setForm = (next: (form: EventForm) => EventForm) => setKept((before) => next(follow(before)));
  const offReason = connection.otherAccount === undefined ? whyNotSend(form) : 'Confirm the account first.';
  const sendOffReason = offReason ?? offline;

  const sending = useMutation({
    mutationFn: sendEvent,
    onSuccess: () => setForm((sent) => nextForm(sent, chanceNow())),
  });
  const copying = useMutation({
    mutationFn: () => unwrap(ipc.events.copyAsCurl({ connectionId, event: eventOf(form, Date.now()) })),
    onSuccess: () => toast.news('Copied as a curl command. Put the token into CAMIO_TOKEN before you run it.'),
    onError: toast.failure,
  });

  // What came of the last event goes as soon as the next one is edited.
  const edit = (next: (form: EventForm) => EventForm) => {
    if (!sending.isPending) sending.reset();
    setForm(next);
  };
  const change = (part: Partial<EventForm>) => edit((before) => ({ ...before, ...part }));

  // A second click can come before the first one has drawn the button as busy.
  const isSending = useRef(false);
  const send = () => {
    if (sendOffReason !== null || isSending.current) return;
    isSending.current = true;
    const event = eventOf(form, Date.now());
    sending.mutate(
      { connectionId, event, repeats: null },
      {
        onSettled: () => {
          isSending.current = false;
        },
      },
    );
  };

  return (
    // Not a form: Enter in a field must not send a real event.
    <section className="event-composer" aria-labelledby="new-event-title">
      <header className="event-head">
        <h2 id="new-event-title">New test event</h2>
        <PresetsMenu
          defaultLabels={defaultLabels}
          current={presetFieldsOf(form)}
          onApply={(preset) => edit((before) => withPresetFields(before, preset))}
        />
      </header>
      <div className="event-fields">
        <ReaderField rows={rows} chosen={form.reader} onChoose={(reader) => change({ reader })} />
        <Select
          label="Event type"
          value={form.eventType ?? 'none'}
          choices={(['none', ...eventTypes] as const).map((value) => ({
            value,
            label: eventTypeName(value === 'none' ? null : value),
          }))}
          onChange={(value) => change({ eventType: value === 'none' ? null : value })}
        />
        <TimeFields form={form} onChange={change} issue={timeIssue(form)} />
        <EventTimes form={form} />
        <LabelField
          label="Labels"
          className="event-labels"
          labels={form.labels}
          onChange={(labels) => change({ labels })}
          help="Enter or comma adds a label."
        />
        <Checkbox
          isSelected={form.unique !== null}
          onChange={(isWanted) =>
            edit((before) => (isWanted ? withUniqueLabel(before, chanceNow()) : { ...before, unique: null }))
          }
        >
          Add a unique label, to find this event in Camio
        </Checkbox>
        <TextField className="half" label="Actor ID" value={form.actorId} onChange={(actorId) => change({ actorId })} />
        <TextField
          className="half"
          label="Actor name"
          value={form.actorName}
          onChange={(actorName) => change({ actorName })}
        />
      </div>
      <EventPreview form={form} />
      <div className="event-actions">
        <div className="event-note">
          <p>{realEventNote(connection)}</p>
          {sendOffReason ? <p className="event-issue">{sendOffReason}</p> : null}
        </div>
        <Button
          icon={<Copy aria-hidden="true" />}
          onPress={() => copying.mutate()}
          disabledReason={offReason}
          isBusy={copying.isPending}
        >
          Copy as curl
        </Button>
        <Button
          variant="primary"
          icon={<Send aria-hidden="true" />}
          onPress={send}
          disabledReason={sendOffReason}
          isBusy={sending.isPending}
        >
          Send event
        </Button>
      </div>
      <EventResult sent={sending.data ?? null} failure={sending.error} isSending={sending.isPending} />
    </section>
  );
}
