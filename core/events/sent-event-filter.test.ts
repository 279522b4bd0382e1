import { describe, expect, it } from 'vitest';
import { everySentEvent, filterSentEvents, type SentEventFilter } from './sent-event-filter.ts';
import type { SentEvent } from './test-event.ts';

const dock: SentEvent = {
  id: 'dock',
  sentAt: new Date(2026, 2, 29, 12, 0).toISOString(),
  readerName: 'Loading Dock',
  event: {
    readerId: '00126',
    timestamp: '2026-03-29T10:00:00.000Z',
    eventType: 'forced open',
    labels: ['reader-desk-a', 'Süd'],
    actorId: 'T.Smith',
    actorName: 'Tester Smith',
  },
  body: '{}',
  outcome: { kind: 'accepted', status: 200, latencyMs: 12, answer: '{}' },
  repeats: null,
};
const roof: SentEvent = {
  ...dock,
  id: 'roof',
  readerName: 'Roof Hatch',
  event: { ...dock.event, readerId: '00127', eventType: null, labels: ['reader-desk-b'] },
  outcome: {
    kind: 'refused',
    status: 422,
    latencyMs: 12,
    error: { code: 'rejected', message: 'Camio refused.', next: '', detail: 'unknown device_id' },
  },
};
const rows = [dock, roof];

const shown = (filter: Partial<SentEventFilter>) =>
  filterSentEvents(rows, { ...everySentEvent, ...filter }).map(({ id }) => id);

describe('the filter of sent events', () => {
  it('leaves nothing out while nothing is chosen', () => {
    expect(filterSentEvents(rows, everySentEvent)).toBe(rows);
  });

  it.each<[Partial<SentEventFilter>, string[]]>([
    [{ text: 'DOCK loading' }, ['dock']],
    [{ text: 'sud' }, ['dock']],
    [{ text: 'reader-desk-b' }, ['roof']],
    [{ text: 'smith 0012' }, ['dock', 'roof']],
    [{ text: 'refused' }, ['roof']],
    [{ text: '422 device_id' }, ['roof']],
    [{ text: '200' }, ['dock']],
    [{ text: 'dock hatch' }, []],
    [{ outcome: 'accepted' }, ['dock']],
    [{ outcome: 'unknown' }, []],
    [{ eventType: 'forced open' }, ['dock']],
    [{ eventType: 'none' }, ['roof']],
    [{ readerId: '00127' }, ['roof']],
    [{ readerId: '0012' }, []],
    [{ day: '2026-03-28' }, []],
    [{ day: '2026-03-29' }, ['dock', 'roof']],
    [{ day: '2026-03-30' }, []],
    [{ day: '2026-03-29', outcome: 'refused', text: 'roof' }, ['roof']],
  ])('%j', (filter, ids) => {
    expect(shown(filter)).toEqual(ids);
  });

  it('takes a day from its midnight up to the next', () => {
    const at = (id: string, sentAt: Date) => ({ ...dock, id, sentAt: sentAt.toISOString() });
    const night = [
      at('before', new Date(2026, 2, 28, 23, 59, 59, 999)),
      at('first', new Date(2026, 2, 29, 0, 0)),
      at('last', new Date(2026, 2, 29, 23, 59, 59, 999)),
      at('after', new Date(2026, 2, 30, 0, 0)),
    ];
    const ids = filterSentEvents(night, { ...everySentEvent, day: '2026-03-29' }).map(({ id }) => id);
    expect(ids).toEqual(['first', 'last']);
  });
});
