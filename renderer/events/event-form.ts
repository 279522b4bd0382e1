import { eventIssues, phraseEventIssue } from '../../core/events/event-issues.ts';
import { type ClockTime, readClockTime } from '../../core/events/event-time.ts';
import type { PresetFields } from '../../core/events/preset.ts';
import type { EventType, SentEvent, TestEvent } from '../../core/events/test-event.ts';
import { uniqueLabel, uniqueLabelOf } from '../../core/events/unique-label.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { zonedTime } from '../../core/time/zoned-time.ts';

/** What the person composes. Kept per connection for as long as the window is open. */
export interface EventForm {
  readonly reader: Reader | null;
  readonly eventType: EventType | null;
  readonly time: 'now' | 'chosen';
  /** The chosen clock time as the field gives it, `2026-03-29T02:30` or `2026-03-29T02:30:15`; '' until it is whole. */
  readonly clock: string;
  readonly timeZone: string;
  /** The site's own when the form was begun. */
  readonly siteZone: string;
  /** Which one is meant where the clocks were set back and the time was twice. */
  readonly which: 'earlier' | 'later' | null;
  readonly labels: readonly string[];
  /** The label that no other event has, sent in front of `labels`; null if the person does not want one. */
  readonly unique: string | null;
  /** The labels of the settings that the form has followed so far. */
  readonly defaultLabels: readonly string[];
  readonly actorId: string;
  readonly actorName: string;
}

/** Where labels that nothing else has come from. */
export interface Chance {
  readonly nowMs: number;
  readonly random: () => number;
}

export function emptyForm(defaultLabels: readonly string[], siteZone: string, { nowMs, random }: Chance): EventForm {
  return {
    reader: null,
    eventType: null,
    time: 'now',
    clock: '',
    timeZone: siteZone,
    siteZone,
    which: null,
    labels: defaultLabels,
    unique: uniqueLabel(nowMs, random),
    defaultLabels,
    actorId: '',
    actorName: '',
  };
}

/** The form in the site's time zone as it is now, unless another was chosen. */
export function followSite(form: EventForm, siteZone: string): EventForm {
  if (form.siteZone === siteZone) return form;
  return form.timeZone === form.siteZone
    ? { ...form, timeZone: siteZone, siteZone, which: null }
    : { ...form, siteZone };
}

/** The form with the settings' default labels as they are now, unless the person has changed the ones it had. */
export function followDefaults(form: EventForm, defaultLabels: readonly string[]): EventForm {
  if (isSame(form.defaultLabels, defaultLabels)) return form;
  return isSame(form.labels, form.defaultLabels)
    ? { ...form, labels: defaultLabels, defaultLabels }
    : { ...form, defaultLabels };
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((label, at) => label === others[at]);

/** The form with what a preset fills in. */
export function withPresetFields(form: EventForm, { eventType, labels, actorId, actorName }: PresetFields): EventForm {
  return { ...form, eventType, labels, actorId, actorName };
}

/** What of the form a preset keeps. */
export function presetFieldsOf({ eventType, labels, actorId, actorName }: EventForm): PresetFields {
  return { eventType, labels, actorId, actorName };
}

/** The form with a new unique label. */
export const withUniqueLabel = (form: EventForm, { nowMs, random }: Chance): EventForm => ({
  ...form,
  unique: uniqueLabel(nowMs, random),
});

/** The form for the event after one that was sent: the same but for its unique label. */
export const nextForm = (form: EventForm, chance: Chance): EventForm =>
  form.unique === null ? form : withUniqueLabel(form, chance);

/** The form filled in as an earlier event was, to be changed: its own time and unique label are not taken over. */
export function formLike({ event, readerName }: SentEvent, form: EventForm, chance: Chance): EventForm {
  const { readerId, eventType, labels, actorId, actorName } = event;
  const unique = uniqueLabelOf(labels);
  return withUniqueLabel(
    {
      ...form,
      reader: { id: readerId, name: readerName },
      time: 'now',
      eventType,
      labels: labels.filter((label) => label !== unique),
      actorId,
      actorName,
    },
    chance,
  );
}

/** An event to send again as a new one: at the time `nowMs`, with a unique label of its own. */
export function repeatOf({ event }: SentEvent, { nowMs, random }: Chance): TestEvent {
  const unique = uniqueLabelOf(event.labels);
  const labels = event.labels.filter((label) => label !== unique);
  return { ...event, timestamp: new Date(nowMs).toISOString(), labels: [uniqueLabel(nowMs, random), ...labels] };
}

/** What a zone's clock shows, as the field for it takes it; '' where there is no such zone. */
export function clockOf(atMs: number, timeZone: string): string {
  return zonedTime(atMs, timeZone)?.clock.replace(' ', 'T') ?? '';
}

/** The chosen clock time in its zone; null where the event's time is now. */
export function chosenTime({ time, clock, timeZone }: EventForm): ClockTime | null {
  if (time === 'now') return null;
  const [date = '', hour = ''] = clock.split('T');
  return readClockTime(date, hour, timeZone);
}

/** The event as it would be sent at `nowMs`. Its timestamp is '' where the chosen time is no point in time. */
export function eventOf(form: EventForm, nowMs: number): TestEvent {
  const { reader, eventType, unique, actorId, actorName } = form;
  const labels = unique === null ? form.labels : [unique, ...form.labels];
  const time = chosenTime(form);
  const timestamp = time === null ? new Date(nowMs).toISOString() : timestampOf(time, form.which);
  return { readerId: reader?.id ?? '', timestamp, eventType, labels, actorId, actorName };
}

/** What is wrong with the chosen time, as a sentence; null where it is a point in time. */
export function timeIssue(form: EventForm): string | null {
  const time = chosenTime(form);
  return time !== null && timestampOf(time, form.which) === '' ? phraseTimeIssue(time, form) : null;
}

/** Why the event cannot be sent, as one sentence; null where it can. */
export function whyNotSend(form: EventForm): string | null {
  // A time that is wrong is said more exactly by timeIssue; for `now` any time will do here.
  const issue = eventIssues(eventOf(form, 0)).find(({ code }) => code !== 'bad time');
  return issue ? phraseEventIssue(issue) : timeIssue(form);
}

function timestampOf(time: ClockTime, which: EventForm['which']): string {
  if (time.kind === 'one') return time.timestamp;
  return time.kind === 'twice' && which !== null ? time[which].timestamp : '';
}

function phraseTimeIssue(time: ClockTime, { clock, timeZone }: EventForm): string | null {
  switch (time.kind) {
    case 'one':
      return null;
    case 'twice':
      return `The clocks in ${timeZone} were set back that day, so this time occurred twice. Choose which one is meant.`;
    case 'never': {
      const [date, hour] = clock.split('T');
      return `${hour} did not exist in ${timeZone} on ${date}: the clocks went from ${time.from} straight to ${time.to}. Choose another time.`;
    }
    case 'invalid':
      return time.part === 'time zone'
        ? `“${timeZone}” is not a time zone. Choose one from the list.`
        : 'Choose the date and time of the event.';
  }
}
