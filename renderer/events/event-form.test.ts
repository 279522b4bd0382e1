import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../core/events/test-event.ts';
import { uniqueLabelOf } from '../../core/events/unique-label.ts';
import {
  clockOf,
  type EventForm,
  emptyForm,
  eventOf,
  followDefaults,
  followSite,
  formLike,
  nextForm,
  presetFieldsOf,
  repeatOf,
  whyNotSend,
  withPresetFields,
  withUniqueLabel,
} from './event-form.ts';

const nowMs = Date.parse('2026-11-22T20:00:00.250Z');
const chance = { nowMs, random: () => 0 };
const later = { nowMs: nowMs + 1000, random: () => 0.5 };
const fresh = emptyForm(['reader-desk-test'], 'Europe/Berlin', chance);
const door = { id: '00125', name: 'Lobby South – Turnstile 2' };
const ready: EventForm = { ...fresh, reader: door };
const at = (clock: string, change: Partial<EventForm> = {}): EventForm => ({
  ...ready,
  time: 'chosen',
  clock,
  ...change,
});

describe('composing an event', () => {
  it('is ready with a reader alone, since the labels are there', () => {
    expect(whyNotSend(ready)).toBeNull();
    expect(eventOf(ready, nowMs)).toEqual({
      readerId: '00125',
      timestamp: '2026-11-22T20:00:00.250Z',
      eventType: null,
      labels: [fresh.unique, 'reader-desk-test'],
      actorId: '',
      actorName: '',
    });
  });

  it('wants a reader', () => {
    expect(whyNotSend(fresh)).toMatch(/^Choose the reader/);
  });

  it('wants one of event type, labels, actor ID and actor name', () => {
    const silent = { ...ready, labels: [], unique: null };
    expect(whyNotSend(silent)).toMatch(/at least one of/);
    expect(whyNotSend({ ...silent, eventType: 'forced open' })).toBeNull();
    expect(whyNotSend({ ...silent, actorName: 'Ada' })).toBeNull();
  });
});

describe('a chosen time', () => {
  it('is sent in UTC', () => {
    expect(eventOf(at('2026-07-01T14:30'), nowMs).timestamp).toBe('2026-07-01T12:30:00.000Z');
  });

  it('is asked for while the field is empty', () => {
    expect(whyNotSend(at(''))).toBe('Choose the date and time of the event.');
  });

  it('is to the second, and begins with what the zone’s clock shows', () => {
    expect(eventOf(at('2026-07-01T14:03:27'), nowMs).timestamp).toBe('2026-07-01T12:03:27.000Z');
    expect(clockOf(Date.parse('2026-07-01T12:03:27.890Z'), 'Europe/Berlin')).toBe('2026-07-01T14:03:27');
  });

  it('is refused with the reason where the clocks were set forward over it', () => {
    expect(whyNotSend(at('2026-03-29T02:30'))).toBe(
      '02:30 did not exist in Europe/Berlin on 2026-03-29: the clocks went from 02:00 straight to 03:00. Choose another time.',
    );
  });

  it('asks which one is meant where the clocks were set back', () => {
    const twice = '2026-10-25T02:30';
    expect(whyNotSend(at(twice))).toMatch(/this time occurred twice/);
    expect(eventOf(at(twice, { which: 'earlier' }), nowMs).timestamp).toBe('2026-10-25T00:30:00.000Z');
    expect(eventOf(at(twice, { which: 'later' }), nowMs).timestamp).toBe('2026-10-25T01:30:00.000Z');
  });

  it('refuses a time zone that is none', () => {
    expect(whyNotSend(at('2026-07-01T14:30', { timeZone: 'Mars/Olympus' }))).toMatch(/is not a time zone/);
  });
});

describe('the site’s time zone', () => {
  it('is followed when it is changed, until another one was chosen', () => {
    const moved = followSite({ ...fresh, which: 'later' }, 'America/New_York');
    expect(moved).toMatchObject({ timeZone: 'America/New_York', which: null });
    const chosen = followSite({ ...fresh, timeZone: 'UTC' }, 'America/New_York');
    expect(chosen).toMatchObject({ timeZone: 'UTC', siteZone: 'America/New_York' });
    expect(followSite(fresh, 'Europe/Berlin')).toBe(fresh);
  });
});

describe('the default labels of the settings', () => {
  const changed = ['drill', 'reader-desk'];

  it('are followed when they are changed, also by the form for the next event', () => {
    expect(followDefaults(fresh, changed).labels).toEqual(changed);
    expect(followDefaults(fresh, []).labels).toEqual([]);
    expect(followDefaults(fresh, ['reader-desk-test'])).toBe(fresh);
    expect(followDefaults(nextForm(followDefaults(fresh, changed), later), ['night']).labels).toEqual(['night']);
  });

  it('do not take the place of labels that the person chose', () => {
    const own = { ...fresh, labels: [...fresh.labels, 'gate 4'] };
    expect(followDefaults(own, changed).labels).toEqual(own.labels);
    expect(followDefaults(followDefaults(own, changed), []).labels).toEqual(own.labels);
  });
});

describe('a preset', () => {
  const preset = { eventType: 'entry ajar', labels: ['night'], actorId: '7', actorName: 'Ada' } as const;

  it('fills in what belongs to no reader and no time', () => {
    const form = withPresetFields(at('2026-07-01T14:30'), preset);
    expect(form).toMatchObject({ ...preset, reader: door, clock: '2026-07-01T14:30' });
  });

  it('comes back the same, without the unique label', () => {
    expect(presetFieldsOf(withPresetFields(fresh, preset))).toEqual(preset);
    expect(presetFieldsOf(fresh).labels).toEqual(['reader-desk-test']);
  });
});

describe('the unique label', () => {
  it('is sent in front of the others, and is another one for the next event', () => {
    expect(eventOf(fresh, 0).labels).toEqual([fresh.unique, 'reader-desk-test']);
    expect(nextForm(fresh, later).unique).not.toBe(fresh.unique);
  });

  it('stays away once the person does not want it, and comes back on demand', () => {
    const without = { ...fresh, unique: null };
    expect(eventOf(nextForm(without, later), 0).labels).toEqual(['reader-desk-test']);
    expect(eventOf(withUniqueLabel(without, later), 0).labels).toHaveLength(2);
  });
});

describe('an event of the history', () => {
  const event = eventOf({ ...fresh, reader: door, eventType: 'forced open', actorName: 'Ada' }, 0);
  const record: SentEvent = {
    id: '1',
    sentAt: event.timestamp,
    event,
    readerName: door.name,
    body: '{}',
    outcome: { kind: 'accepted', status: 200, latencyMs: 5, answer: '' },
    repeats: null,
  };

  it('is repeated with a time and a unique label of its own, and otherwise as it was', () => {
    const repeat = repeatOf(record, later);
    expect(repeat).toMatchObject({ readerId: door.id, eventType: 'forced open', actorName: 'Ada' });
    expect(repeat.timestamp).toBe(new Date(later.nowMs).toISOString());
    expect(repeat.labels.slice(1)).toEqual(['reader-desk-test']);
    expect(uniqueLabelOf(repeat.labels)).not.toBeNull();
    expect(repeat.labels).not.toContain(fresh.unique);
  });

  it('fills in the form but for its time and unique label', () => {
    const form = formLike(record, at('2026-07-01T14:30'), later);
    expect(form).toMatchObject({ reader: door, time: 'now', eventType: 'forced open', labels: ['reader-desk-test'] });
    expect(form.unique).not.toBe(fresh.unique);
  });
});
