import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { dialectPresets } from '../../core/camio/dialect.ts';
import { parseBaseUrl } from '../../core/connections/base-url.ts';
import { type Connection, connectionColors } from '../../core/connections/connection.ts';
import type { Result } from '../../core/result.ts';
import { openSettingsFile } from '../store/settings-file.ts';

/** The connections, kept in settings. */
export interface ConnectionStore {
  list(): readonly Connection[];
  get(connectionId: string): Connection | undefined;
  /** Adds a connection or replaces the one with its id. */
  put(connection: Connection): Result<void, AppError>;
  delete(connectionId: string): Result<void, AppError>;
  /** The connection's own folder for drafts, snapshots and histories; it may not exist yet. */
  folder(connectionId: string): string;
}

/** The ids this app makes. An id names a folder, so nothing else may pass. */
const idPattern = /^[a-z0-9-]+$/;

const version1 = z.object({
  version: z.literal(1),
  connections: z.array(
    z.object({
      id: z.string().regex(idPattern),
      kind: z.enum(['camio', 'practice']),
      name: z.string(),
      baseUrl: z.url(),
      dialect: z.object({
        preset: z.enum(dialectPresets),
        listKey: z.enum(['readers', 'devices']),
        eventEnvelope: z.enum(['flat', 'event', 'events']),
      }),
      color: z.enum(connectionColors),
      accountEmail: z.string().nullable(),
      otherAccount: z.string().exactOptional(),
      timeZone: z.string().exactOptional(),
      signIn: z.object({ clientId: z.string(), authorizeUrl: z.string(), tokenUrl: z.string() }).exactOptional(),
    }),
  ),
});

/** The connections of the installation whose data is in `folder`, kept in `connections.json`. */
export async function openConnectionStore(
  folder: string,
  now: () => Date,
): Promise<{ readonly connections: ConnectionStore; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<z.infer<typeof version1>>(
    folder,
    {
      name: 'connections',
      what: 'the connections',
      fallback: { version: 1, connections: [] },
      migrate: (contents) => version1.safeParse(contents).data,
    },
    now,
  );
  const list = () => file.read().connections;
  const replace = (connections: readonly Connection[]) => file.write({ version: 1, connections: [...connections] });

  const connections: ConnectionStore = {
    list,
    get: (connectionId) => list().find(({ id }) => id === connectionId),
    put(connection) {
      const known = list().some(({ id }) => id === connection.id);
      return replace(
        known ? list().map((old) => (old.id === connection.id ? connection : old)) : [...list(), connection],
      );
    },
    delete: (connectionId) => replace(list().filter(({ id }) => id !== connectionId)),
    folder(connectionId) {
      if (!idPattern.test(connectionId)) throw new Error('An id that no connection can have was used for a folder.');
      return join(folder, 'connections', connectionId);
    },
  };
  return { connections, notices: [...notices, ...list().flatMap(addressNotice)] };
}

/**
 * The file is not encrypted, so anybody with the data folder can edit an address in it. One that the form would refuse is kept,
 * so that it can be corrected, but it is never used (`createCamioAccounts`).
 */
function addressNotice({ name, baseUrl }: Connection): AppError[] {
  const checked = parseBaseUrl(baseUrl);
  if (checked.ok) return [];
  const message = `The address of “${name}” is not used: ${baseUrl}. ${checked.error.message}`;
  return [{ code: 'invalid-input', message, next: 'Correct it on the Connections page.' }];
}
