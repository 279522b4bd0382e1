import { describe, expect, it } from 'vitest';
import type { AppError } from '../../core/app-error.ts';
import type { Connection, TokenStatus } from '../../core/connections/connection.ts';
import { fail, ok } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { Snapshots } from '../history/snapshots.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { harbor, recordedActs } from '../testing/recorded-acts.ts';
import { auditedConnections, auditedSecrets, auditedSnapshots } from './audited-stores.ts';

const full: AppError = { code: 'disk', message: 'The disk is full.', next: 'Free some space.' };

function connectionsWith(known: readonly Connection[], isFull = false): ConnectionStore {
  const byId = new Map(known.map((connection) => [connection.id, connection]));
  return {
    list: () => [...byId.values()],
    get: (id) => byId.get(id),
    put(connection) {
      if (isFull) return fail(full);
      byId.set(connection.id, connection);
      return ok(undefined);
    },
    delete(id) {
      if (isFull) return fail(full);
      byId.delete(id);
      return ok(undefined);
    },
    folder: (id) => id,
  };
}

describe('connections', () => {
  it('write down that they were added, what of them changed, and that they were deleted', () => {
    const { record, recorded } = recordedActs();
    const connections = auditedConnections(connectionsWith([]), record);
    connections.put(harbor);
    connections.put(harbor);
    const later = { preset: 'later generation', listKey: 'devices', eventEnvelope: 'events' } as const;
    connections.put({ ...harbor, name: 'Harbor', baseUrl: 'https://camio.com/other', dialect: later, color: 'red' });
    connections.put({ ...harbor, name: 'Harbor', dialect: later, color: 'red', accountEmail: null });
    connections.delete('harbor');
    connections.delete('harbor');
    expect(recorded).toEqual([
      { act: { kind: 'connection added' }, on: 'Harbor Campus' },
      { act: { kind: 'connection changed', fields: ['name', 'API base URL', 'dialect', 'color'] }, on: 'Harbor' },
      { act: { kind: 'connection changed', fields: ['API base URL', 'account'] }, on: 'Harbor' },
      { act: { kind: 'connection deleted' }, on: 'Harbor' },
    ]);
  });

  it('write down nothing that was refused', () => {
    const { record, recorded } = recordedActs();
    const connections = auditedConnections(connectionsWith([harbor], true), record);
    expect(connections.put({ ...harbor, name: 'Other' })).toEqual({ ok: false, error: full });
    expect(connections.delete('harbor')).toEqual({ ok: false, error: full });
    expect(recorded).toEqual([]);
  });

  it('do not write down that the practice account has another port today', () => {
    const { record, recorded } = recordedActs();
    const practice: Connection = { ...harbor, kind: 'practice' };
    const connections = auditedConnections(connectionsWith([practice]), record);
    connections.put({ ...practice, baseUrl: 'http://127.0.0.1:4711' });
    expect(recorded).toEqual([]);
  });
});

const origin = 'https://camio.com';

function secretsWith(initial: TokenStatus): Secrets {
  let status = initial;
  return {
    status: async () => status,
    async set() {
      status = { kind: 'in keyring', lastFour: '4srl' };
      return ok(status);
    },
    setForSession() {},
    async forget() {
      status = { kind: 'not set' };
      return ok(undefined);
    },
    reveal: async () => ok('a-token'),
    revealRecord: async () => ok({ token: 'a-token', origin }),
  };
}

describe('tokens', () => {
  it('write down that they were set, replaced and forgotten, and never what they are', async () => {
    const { record, recorded } = recordedActs();
    const secrets = auditedSecrets(secretsWith({ kind: 'not set' }), connectionsWith([harbor]), record);
    await secrets.set('harbor', { token: 'first-secret-token', origin });
    await secrets.set('harbor', { token: 'second-secret-token', origin });
    await secrets.forget('harbor');
    await secrets.forget('harbor');
    expect(recorded).toEqual([
      { act: { kind: 'token set' }, on: 'Harbor Campus' },
      { act: { kind: 'token replaced' }, on: 'Harbor Campus' },
      { act: { kind: 'token forgotten' }, on: 'Harbor Campus' },
    ]);
    expect(JSON.stringify(recorded)).not.toContain('secret');
  });

  it('of the practice account are nobody’s act', async () => {
    const { record, recorded } = recordedActs();
    const practice: Connection = { ...harbor, kind: 'practice' };
    const kept: TokenStatus = { kind: 'session only', lastFour: '', reason: 'Made anew at every start.' };
    const secrets = auditedSecrets(secretsWith(kept), connectionsWith([practice]), record);
    secrets.setForSession('harbor', { token: 'a-token', origin }, 'Made anew at every start.');
    await secrets.forget('harbor');
    expect(recorded).toEqual([]);
  });
});

describe('snapshots', () => {
  const remote = { readers: [{ id: '1', name: 'Lobby' }], readAt: '2021-11-01T17:30:10.000Z' };
  const snapshots = (taken: Awaited<ReturnType<Snapshots['take']>>): Snapshots => ({
    take: async () => taken,
    list: async () => ok([]),
    check: async () => ok([]),
    read: async () => ok(remote),
  });

  it('write down that one was taken, where it was', async () => {
    const { record, recorded } = recordedActs();
    const connections = connectionsWith([harbor]);
    await auditedSnapshots(snapshots(fail(full)), connections, record).take('harbor', remote, 'before a push');
    await auditedSnapshots(snapshots(ok({ id: 'one' })), connections, record).take('harbor', remote, 'before a push');
    expect(recorded).toEqual([
      { act: { kind: 'snapshot taken', reason: 'before a push', readers: 1 }, on: 'Harbor Campus' },
    ]);
  });
});
