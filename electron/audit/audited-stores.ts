import { type ConnectionField, connectionFields } from '../../core/audit/act.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { sameSignIn } from '../../core/connections/sign-in-client.ts';
import { sameJson } from '../../core/readers/change.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { Snapshots } from '../history/snapshots.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { RecordAct } from './audit-log.ts';

// Stores that record every change in the activity log. Their answers are the store's own.

/** The stores with connections and tokens audited. */
export function auditedStores<S extends { readonly connections: ConnectionStore; readonly secrets: Secrets }>(
  stores: S,
  record: RecordAct,
): S {
  const connections = auditedConnections(stores.connections, record);
  return { ...stores, connections, secrets: auditedSecrets(stores.secrets, connections, record) };
}

/** Records connections that are added, changed and deleted. */
export function auditedConnections(connections: ConnectionStore, record: RecordAct): ConnectionStore {
  return {
    ...connections,
    put(connection) {
      const before = connections.get(connection.id);
      const kept = connections.put(connection);
      if (!kept.ok) return kept;
      const fields = before ? changedFields(before, connection) : [];
      if (!before) record({ kind: 'connection added' }, connection);
      else if (fields.length > 0) record({ kind: 'connection changed', fields }, connection);
      return kept;
    },
    delete(connectionId) {
      const before = connections.get(connectionId);
      const deleted = connections.delete(connectionId);
      if (deleted.ok && before) record({ kind: 'connection deleted' }, before);
      return deleted;
    },
  };
}

function changedFields(before: Connection, after: Connection): ConnectionField[] {
  const isMoved = before.baseUrl !== after.baseUrl;
  const differs: Readonly<Record<ConnectionField, boolean>> = {
    name: before.name !== after.name,
    // The practice account is on another port at every start, which nobody chose.
    'API base URL': isMoved && after.kind !== 'practice',
    dialect: !sameJson({ ...before.dialect }, { ...after.dialect }),
    color: before.color !== after.color,
    'time zone': before.timeZone !== after.timeZone,
    account: before.accountEmail !== after.accountEmail,
    'sign-in': after.kind !== 'practice' && !sameSignIn(before.signIn, after.signIn),
  };
  return connectionFields.filter((field) => differs[field]);
}

/** Records tokens that are set, replaced and forgotten; never a token. The practice account's own is no act of a person. */
export function auditedSecrets(
  secrets: Secrets,
  connections: Pick<ConnectionStore, 'get'>,
  record: RecordAct,
): Secrets {
  return {
    ...secrets,
    async set(connectionId, kept) {
      const before = await secrets.status(connectionId, kept.origin);
      const set = await secrets.set(connectionId, kept);
      // A sign-in is recorded where it ends, and its renewals are nobody's act.
      if (kept.signIn) return set;
      const kind = before.kind === 'not set' ? 'token set' : 'token replaced';
      if (set.ok) record({ kind }, connections.get(connectionId) ?? null);
      return set;
    },
    async forget(connectionId) {
      const connection = connections.get(connectionId);
      const before = connection ? await secrets.status(connectionId, originOf(connection.baseUrl)) : null;
      const forgotten = await secrets.forget(connectionId);
      if (forgotten.ok && connection && before?.kind !== 'not set' && connection.kind !== 'practice') {
        record({ kind: 'token forgotten' }, connection);
      }
      return forgotten;
    },
  };
}

/** Records snapshots that are taken. */
export function auditedSnapshots(
  snapshots: Snapshots,
  connections: Pick<ConnectionStore, 'get'>,
  record: RecordAct,
): Snapshots {
  return {
    ...snapshots,
    async take(connectionId, remote, reason) {
      const taken = await snapshots.take(connectionId, remote, reason);
      const act = { kind: 'snapshot taken', reason, readers: remote.readers.length } as const;
      if (taken.ok) record(act, connections.get(connectionId) ?? null);
      return taken;
    },
  };
}
