import { describe, expect, it } from 'vitest';
import { everySentEvent } from '../../core/events/sent-event-filter.ts';
import type { SentEvent, TestEvent } from '../../core/events/test-event.ts';
import { noChanges } from '../../core/readers/change.ts';
import { fail, ok } from '../../core/result.ts';
import { harbor, recordedActs } from '../testing/recorded-acts.ts';
import { type AuditedCalls, auditedCalls } from './audited-handlers.ts';

const connectionId = 'harbor';
const refused = async () => fail({ code: 'not-found', message: 'Not part of this test.', next: '' } as const);

/** Audited calls, of which the given ones answer and all others refuse. */
function start(answers: { readonly [N in keyof AuditedCalls]?: Partial<AuditedCalls[N]> }, changes: number | null = 0) {
  const { record, recorded } = recordedActs();
  const calls: AuditedCalls = {
    draft: { refresh: refused, merge: refused, ...answers.draft },
    loss: { state: refused, restore: refused, ...answers.loss },
    takeover: { restore: refused, ...answers.takeover },
    history: { restore: refused, ...answers.history },
    events: { send: refused, export: refused, ...answers.events },
    readers: { export: refused, ...answers.readers },
    commissioning: { exportReport: refused, ...answers.commissioning },
    activity: { export: refused, ...answers.activity },
  };
  const drafts = { changes: async () => changes };
  return { calls: auditedCalls(calls, { record, connections: { get: () => harbor }, drafts }), recorded };
}

const counts = { ...noChanges, renamed: 2 };
const event: TestEvent = {
  readerId: '00123',
  timestamp: '2021-11-01T17:30:10.000Z',
  eventType: 'forced open',
  labels: ['night'],
  actorId: 'actor-007',
  actorName: 'Jo Guard',
};

describe('adopting a list', () => {
  const adopted = (total: number | null) => async () =>
    ok({ kind: 'adopted' as const, readers: 5, moved: total === null ? null : { total, first: [] }, lost: 0 });

  it.each<[string, number | null, number | null, object[]]>([
    ['the first list', null, null, [{ kind: 'list adopted', readers: 5, differences: 0 }]],
    ['a list that had moved', 0, 3, [{ kind: 'list adopted', readers: 5, differences: 3 }]],
    ['the same list again', 0, null, []],
  ])('is written down for %s as it should be', async (_what, changes, differences, acts) => {
    const { calls, recorded } = start({ draft: { refresh: adopted(differences) } }, changes);
    expect((await calls.draft.refresh({ connectionId })).ok).toBe(true);
    expect(recorded.map(({ act }) => act)).toEqual(acts);
  });
});

it('writes down a merge with how its clashes were decided', async () => {
  const { calls, recorded } = start({ draft: { merge: async () => ok({ seq: 2 }) } });
  const choices = [
    { row: 1, keep: 'mine' as const },
    { row: 2, keep: 'theirs' as const },
    { row: 3, keep: 'theirs' as const },
  ];
  await calls.draft.merge({ connectionId, seq: 1, readAt: '2021-11-01T17:30:10.000Z', choices });
  expect(recorded).toEqual([{ act: { kind: 'list merged', keptMine: 1, keptTheirs: 2 }, on: 'Harbor Campus' }]);
});

it('writes down what was restored, and nothing where the draft was the same', async () => {
  const restored = async () => ok({ kind: 'restored' as const, counts });
  const snapshotId = '2021-11-01T17-30-10.000Z-0a1b2c3d';
  const { calls, recorded } = start({ history: { restore: restored }, takeover: { restore: restored } });
  await calls.history.restore({ connectionId, snapshotId, seq: 1 });
  await calls.takeover.restore({ connectionId });
  expect(recorded.map(({ act }) => act)).toEqual([
    { kind: 'draft restored', snapshotReadAt: '2021-11-01T17:30:10.000Z', counts },
    { kind: 'draft restored', snapshotReadAt: null, counts },
  ]);

  const same = start({ history: { restore: async () => ok({ kind: 'same' }) } });
  await same.calls.history.restore({ connectionId, snapshotId, seq: 1 });
  expect(same.recorded).toEqual([]);
});

it('writes down a test event with its outcome, and nothing of the person it speaks of', async () => {
  const sent: SentEvent = {
    id: 'e1',
    sentAt: event.timestamp,
    event,
    readerName: 'Lobby',
    body: JSON.stringify(event),
    outcome: { kind: 'accepted', status: 204, latencyMs: 12, answer: 'ok' },
    repeats: null,
  };
  const { calls, recorded } = start({ events: { send: async () => ok(sent) } });
  await calls.events.send({ connectionId, event: { ...event, labels: ['night'] }, repeats: null });
  expect(recorded).toEqual([
    {
      act: { kind: 'test event', outcome: 'accepted', status: 204, readerId: '00123', eventType: 'forced open' },
      on: 'Harbor Campus',
    },
  ]);
  expect(JSON.stringify(recorded)).not.toMatch(/actor-007|Jo Guard/);
});

it('writes down what was exported, and nothing where the dialog was cancelled', async () => {
  const saved = { kind: 'saved', path: '/x.csv', bytes: 1 } as const;
  const { calls, recorded } = start({
    readers: { export: async () => ok({ ...saved, readers: 5 }) },
    events: { export: async () => ok({ ...saved, rows: 3 }) },
    commissioning: { exportReport: async () => ok({ ...saved, rows: 4 }) },
    activity: { export: async () => ok({ ...saved, lines: 7 }) },
  });
  await calls.readers.export({ connectionId, list: { kind: 'remote' }, format: 'json', columns: ['id'] });
  await calls.events.export({ connectionId, filter: everySentEvent, format: 'csv' });
  await calls.commissioning.exportReport({ connectionId, sweepId: 's', format: 'pdf', site: '', person: '' });
  await calls.activity.export({ filter: { kind: null, connectionId: null, text: '' }, format: 'csv' });
  expect(recorded).toEqual([
    { act: { kind: 'export', list: 'Camio’s list', format: 'json', rows: 5 }, on: 'Harbor Campus' },
    { act: { kind: 'export', list: 'sent events', format: 'csv', rows: 3 }, on: 'Harbor Campus' },
    { act: { kind: 'export', list: 'commissioning report', format: 'pdf', rows: 4 }, on: 'Harbor Campus' },
    { act: { kind: 'export', list: 'activity', format: 'csv', rows: 7 }, on: null },
  ]);

  const cancelled = start({ readers: { export: async () => ok({ kind: 'cancelled' }) } });
  await cancelled.calls.readers.export({ connectionId, list: { kind: 'draft' }, format: 'csv', columns: ['id'] });
  expect(cancelled.recorded).toEqual([]);
});

it('writes down nothing that was refused', async () => {
  const { calls, recorded } = start({});
  await calls.draft.refresh({ connectionId });
  await calls.events.send({ connectionId, event: { ...event, labels: ['night'] }, repeats: null });
  await calls.readers.export({ connectionId, list: { kind: 'draft' }, format: 'csv', columns: ['id'] });
  expect(recorded).toEqual([]);
});
