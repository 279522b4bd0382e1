import { expect, test } from 'vitest';
import { encodeEvent } from './event-body.ts';
import type { TestEvent } from './test-event.ts';

const event: TestEvent = {
  readerId: '00124',
  timestamp: '2021-11-01T17:30:10.000Z',
  eventType: 'entry unlocked',
  labels: ['South Entry', 'Building 5'],
  actorId: 'T.Smith0129486',
  actorName: 'Tester Smith',
};

test('is the object of Camio’s guide, with its field names and order', () => {
  expect(encodeEvent(event, { eventEnvelope: 'flat' })).toBe(
    `{
  "device_id": "00124",
  "timestamp": "2021-11-01T17:30:10.000Z",
  "event_type": "entry unlocked",
  "labels": [
    "South Entry",
    "Building 5"
  ],
  "actor_id": "T.Smith0129486",
  "actor_name": "Tester Smith"
}`,
  );
});

test('leaves out what is absent', () => {
  const bare: TestEvent = { ...event, eventType: null, labels: [], actorId: '', actorName: 'Tester Smith' };
  expect(JSON.parse(encodeEvent(bare, { eventEnvelope: 'flat' }))).toEqual({
    device_id: '00124',
    timestamp: '2021-11-01T17:30:10.000Z',
    actor_name: 'Tester Smith',
  });
});

test('is wrapped as the dialect says', () => {
  const flat: unknown = JSON.parse(encodeEvent(event, { eventEnvelope: 'flat' }));
  expect(JSON.parse(encodeEvent(event, { eventEnvelope: 'event' }))).toEqual({ event: flat });
  expect(JSON.parse(encodeEvent(event, { eventEnvelope: 'events' }))).toEqual({ events: [flat] });
});
