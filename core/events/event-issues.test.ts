import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventIssues, phraseEventIssue } from './event-issues.ts';
import type { TestEvent } from './test-event.ts';

const event: TestEvent = {
  readerId: '00124',
  timestamp: '2026-11-22T08:00:00.000Z',
  eventType: 'forced open',
  labels: ['South Entry'],
  actorId: '',
  actorName: '',
};
const silent: TestEvent = { ...event, eventType: null, labels: [] };

test('a complete event has none', () => {
  expect(eventIssues(event)).toEqual([]);
});

test.each<[Partial<TestEvent>, object]>([
  [{ readerId: '' }, { code: 'no reader' }],
  [{ timestamp: '' }, { code: 'bad time' }],
  [{ timestamp: '2026-11-22T08:00:00Z' }, { code: 'bad time' }],
  [{ timestamp: '2026-11-22T08:00:00.000+01:00' }, { code: 'bad time' }],
  [{ timestamp: '2026-13-22T08:00:00.000Z' }, { code: 'bad time' }],
  [{ labels: ['x', '  '] }, { code: 'empty label', index: 1 }],
  [{ labels: ['x', 'a\nb'] }, { code: 'control character', field: 'label', index: 1 }],
  [{ readerId: '1\u0000' }, { code: 'control character', field: 'reader', index: 0 }],
  [{ actorId: '\u001b[2J' }, { code: 'control character', field: 'actor ID', index: 0 }],
  [{ actorName: 'a\u202eb' }, { code: 'control character', field: 'actor name', index: 0 }],
])('%j', (part, issue) => {
  expect(eventIssues({ ...event, ...part })).toEqual([issue]);
});

describe('Camio needs at least one of four', () => {
  test('none is an issue', () => {
    expect(eventIssues(silent)).toEqual([{ code: 'says nothing' }]);
  });

  test.each<Partial<TestEvent>>([{ eventType: 'entry ajar' }, { labels: ['x'] }, { actorId: '7' }, { actorName: 'A' }])(
    '%j is enough',
    (part) => {
      expect(eventIssues({ ...silent, ...part })).toEqual([]);
    },
  );
});

test('text of every language passes, emoji and joined letters included', () => {
  for (const actorName of ['Zoë Ångström', 'محمد', '山田', 'क्षि', '👩‍🚒', "O'Neil"]) {
    expect(eventIssues({ ...event, actorName })).toEqual([]);
  }
});

test('every issue is a sentence', () => {
  const anyEvent = fc.record({
    readerId: fc.string({ unit: 'binary' }),
    timestamp: fc.string(),
    eventType: fc.constant(null),
    labels: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    actorId: fc.string({ unit: 'binary' }),
    actorName: fc.constant('\u0007'),
  });
  fc.assert(
    fc.property(anyEvent, (composed) => {
      for (const issue of eventIssues(composed)) expect(phraseEventIssue(issue)).toMatch(/^[A-Z][\w ,.]+\.$/);
    }),
  );
});
