import { expect, test } from 'vitest';
import { everySentEvent } from '../../core/events/sent-event-filter.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { eventsPerPage, pageOf, readersOf } from './events-page.ts';

const sent = (index: number): SentEvent => ({
  id: `id-${index}`,
  sentAt: new Date(index * 60_000).toISOString(),
  event: {
    readerId: `0012${index % 3}`,
    timestamp: new Date(index * 60_000).toISOString(),
    eventType: index % 2 === 0 ? 'forced open' : null,
    labels: [],
    actorId: '',
    actorName: '',
  },
  readerName: `Door ${index}`,
  body: '{}',
  outcome: { kind: 'accepted', status: 200, latencyMs: 1, answer: '' },
  repeats: null,
});
const newestFirst = Array.from({ length: 1_001 }, (_, index) => sent(1_000 - index));

test('page after page has every event that matches, once', () => {
  const filter = { ...everySentEvent, eventType: 'forced open' as const };
  const seen: string[] = [];
  let after: string | null = null;
  let hasMore = true;
  while (hasMore) {
    const page = pageOf(newestFirst, filter, after);
    expect(page).toMatchObject({ matching: 501, total: 1_001 });
    expect(page.events.length).toBeLessThanOrEqual(eventsPerPage);
    seen.push(...page.events.map(({ id }) => id));
    after = seen.at(-1) ?? null;
    hasMore = page.hasMore;
  }
  expect(seen).toEqual(newestFirst.filter(({ event }) => event.eventType === 'forced open').map(({ id }) => id));
});

test('an event that came meanwhile shifts nothing', () => {
  const first = pageOf(newestFirst, everySentEvent, null);
  const after = first.events.at(-1)?.id ?? null;
  expect(pageOf([sent(1_001), ...newestFirst], everySentEvent, after).events[0]?.id).toBe('id-800');
});

test('behind an event that is not among them there is nothing', () => {
  expect(pageOf(newestFirst, everySentEvent, 'gone')).toMatchObject({ events: [], hasMore: false });
});

test('no event is a page without any', () => {
  expect(pageOf([], everySentEvent, null)).toEqual({ events: [], hasMore: false, matching: 0, total: 0 });
});

test('readers come once, under the name they had last', () => {
  expect(readersOf(newestFirst)).toEqual([
    { id: '00121', name: 'Door 1000' },
    { id: '00120', name: 'Door 999' },
    { id: '00122', name: 'Door 998' },
  ]);
});
