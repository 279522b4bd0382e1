import { expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import { applyAction, startDraft } from '../../core/draft/draft.ts';
import type { Emit } from '../../core/ipc/contract.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { ok } from '../../core/result.ts';
import { harbor, recordedActs } from '../testing/recorded-acts.ts';
import { auditedPushes } from './audited-pushes.ts';

const readAt = '2021-11-01T17:30:10.000Z';
const base = startDraft({ readers: [{ id: '1', name: 'Lobby' }], readAt });
const renamed = applyAction(base, { kind: 'rename', names: [{ row: 0, name: 'Entrance' }] });
if (!renamed.ok) throw new Error('The draft refused.');
const { draft: edited } = renamed.value;

const error: AppError = { code: 'unauthorized', message: 'Camio does not accept the token.', next: 'Enter a new one.' };

/** Tells the states of one push, with the draft as it is at each. */
async function pushed(...states: readonly PushState[]) {
  const { record, recorded } = recordedActs();
  const told: unknown[] = [];
  const emit: Emit = (_name, payload) => void told.push(payload);
  let draft = edited;
  const drafts = { current: async () => ok(draft) };
  const connections = { get: () => harbor };
  const audited = auditedPushes({ emit, record, connections, drafts });
  for (const state of states) {
    audited('pushState', { connectionId: 'harbor', state });
    await Promise.resolve();
    // The person goes on editing while the push is under way.
    draft = base;
  }
  await new Promise(setImmediate);
  expect(told).toEqual(states.map((state) => ({ connectionId: 'harbor', state })));
  return recorded;
}

it('writes down a push once, when it ended, with the changes it brought', async () => {
  const stored: PushState = { kind: 'stored', at: readAt, readers: 1, counts: edited.counts };
  const states: PushState[] = [{ kind: 'reading remote' }, { kind: 'comparing' }, { kind: 'reading back' }, stored];
  expect(await pushed(...states)).toEqual([
    { act: { kind: 'push', outcome: 'stored', counts: edited.counts, message: '' }, on: 'Harbor Campus' },
  ]);
});

it('writes down why a push did not go through, with the changes as they were when it began', async () => {
  expect(await pushed({ kind: 'reading remote' }, { kind: 'refused', error })).toEqual([
    {
      act: { kind: 'push', outcome: 'refused', counts: edited.counts, message: error.message },
      on: 'Harbor Campus',
    },
  ]);
});

it('writes down each of several pushes', async () => {
  const recorded = await pushed({ kind: 'refused', error }, { kind: 'reading remote' }, { kind: 'cancelled' });
  expect(recorded.map(({ act }) => act)).toMatchObject([
    { outcome: 'refused', counts: edited.counts },
    { outcome: 'cancelled', counts: base.counts },
  ]);
});

it('passes on what is not about a push', () => {
  const { record, recorded } = recordedActs();
  const told: unknown[] = [];
  const emit: Emit = (name) => void told.push(name);
  const drafts = { current: async () => ok(edited) };
  const audited = auditedPushes({ emit, record, connections: { get: () => harbor }, drafts });
  audited('menuCommand', { kind: 'undo' });
  expect(told).toEqual(['menuCommand']);
  expect(recorded).toEqual([]);
});
