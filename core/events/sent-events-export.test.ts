import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { unguardCell } from '../csv/csv-text.ts';
import { formatSentEventsCsv, formatSentEventsJson } from './sent-events-export.ts';
import type { SentEvent } from './test-event.ts';

const accepted: SentEvent = {
  id: 'a',
  sentAt: '2026-11-22T08:00:01.000Z',
  event: {
    readerId: '00124',
    timestamp: '2026-11-22T08:00:00.000Z',
    eventType: 'forced open',
    labels: ['=1+1', 'Zürich "Süd"'],
    actorId: '-7',
    actorName: 'Ada,\nLovelace',
  },
  readerName: '=HYPERLINK("http://x")',
  body: '{\n  "device_id": "00124"\n}',
  outcome: { kind: 'accepted', status: 200, latencyMs: 12, answer: '{}' },
  repeats: null,
};
const unknown: SentEvent = {
  ...accepted,
  id: 'b',
  event: { ...accepted.event, eventType: null, labels: [] },
  outcome: {
    kind: 'unknown',
    latencyMs: null,
    error: { code: 'outcome-unknown', message: 'No answer.', next: 'Search Camio.', detail: 'net::ERR' },
  },
  repeats: 'a',
};

it('is CSV that no spreadsheet takes for formulas and that reads back as it was', () => {
  const csv = formatSentEventsCsv([accepted, unknown]);
  const { data } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true });
  expect(data.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  const [head, ...rows] = data.map((cells) => cells.map(unguardCell));
  const records = rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [head?.[index], cell])));
  expect(records).toEqual([
    {
      sent_at_utc: '2026-11-22T08:00:01.000Z',
      event_time_utc: '2026-11-22T08:00:00.000Z',
      device_id: '00124',
      device_name: '=HYPERLINK("http://x")',
      event_type: 'forced open',
      labels: '=1+1; Zürich "Süd"',
      actor_id: '-7',
      actor_name: 'Ada,\nLovelace',
      outcome: 'accepted',
      status: '200',
      latency_ms: '12',
      answer: '{}',
      record: 'a',
      repeats: '',
    },
    expect.objectContaining({
      event_type: '',
      outcome: 'unknown',
      status: '',
      answer: 'No answer. net::ERR',
      repeats: 'a',
    }),
  ]);
});

it('is JSON with everything that is kept', () => {
  const json: unknown = JSON.parse(formatSentEventsJson([accepted, unknown]));
  expect(json).toEqual({ kind: 'reader-desk sent events', version: 1, events: [accepted, unknown] });
});
