import type { AppError } from '../../core/app-error.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { Result } from '../../core/result.ts';
import { ok } from '../../core/result.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { ConnectionStore } from './connection-store.ts';

/** Starts the practice account's server unless it runs; answers its address and the token it takes. */
export interface PracticeServer {
  start(): Promise<
    Result<{ readonly baseUrl: string; readonly token: string; readonly notices: readonly AppError[] }, AppError>
  >;
}

export const practiceConnectionId = 'practice';

/**
 * Starts the practice account, and makes or updates the one connection that leads to it. `notice` is told if a file was
 * set aside at the start.
 */
export async function openPracticeConnection({
  connections,
  secrets,
  practice,
  notice,
}: {
  connections: ConnectionStore;
  secrets: Secrets;
  practice: PracticeServer;
  notice: (error: AppError) => void;
}): Promise<Result<Connection, AppError>> {
  const started = await practice.start();
  if (!started.ok) return started;
  const { baseUrl, token, notices } = started.value;
  for (const error of notices) notice(error);
  const known = connections.get(practiceConnectionId);
  const connection: Connection = known ? { ...known, baseUrl } : { ...newPracticeConnection, baseUrl };
  const kept = connections.put(connection);
  if (!kept.ok) return kept;
  const reason = 'The practice account makes a new token at every start.';
  secrets.setForSession(practiceConnectionId, { token, origin: originOf(baseUrl) }, reason);
  return ok(connection);
}

const newPracticeConnection: Omit<Connection, 'baseUrl'> = {
  id: practiceConnectionId,
  kind: 'practice',
  name: 'Practice account',
  dialect: firstGeneration,
  color: 'violet',
  accountEmail: null,
};
