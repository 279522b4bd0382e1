import type { AppError } from '../../core/app-error.ts';
import { firstGeneration } from '../../core/camio/dialect.ts';
import { originOf } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { SignInClient } from '../../core/connections/sign-in-client.ts';
import { ok, type Result } from '../../core/result.ts';
import { authorizePath, practiceClientId, tokenPath } from '../../core/simulator/authorization-server.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { ConnectionStore } from './connection-store.ts';

/** Starts the practice account's server unless it runs; answers its address and the token it takes. */
export interface PracticeServer {
  start(): Promise<
    Result<{ readonly baseUrl: string; readonly token: string; readonly notices: readonly AppError[] }, AppError>
  >;
}

export const practiceConnectionId = 'practice';

/** Why its token is never stored. */
export const practiceReason = 'The practice account makes a new token at every start.';

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
  const signIn = practiceSignIn(baseUrl);
  const connection: Connection = { ...(known ?? newPracticeConnection), baseUrl, signIn };
  const kept = connections.put(connection);
  if (!kept.ok) return kept;
  const origin = originOf(baseUrl);
  // One that was got by signing in to this very server stays.
  const status = await secrets.status(practiceConnectionId, origin);
  const isSignedIn = status.kind === 'session only' && status.isSignedIn;
  if (!isSignedIn) secrets.setForSession(practiceConnectionId, { token, origin }, practiceReason);
  return ok(connection);
}

/** How to sign in to the practice account at this address. */
export function practiceSignIn(baseUrl: string): SignInClient {
  const origin = originOf(baseUrl);
  return {
    clientId: practiceClientId,
    authorizeUrl: `${origin}${authorizePath}`,
    tokenUrl: `${origin}${tokenPath}`,
  };
}

const newPracticeConnection: Omit<Connection, 'baseUrl'> = {
  id: practiceConnectionId,
  kind: 'practice',
  name: 'Practice account',
  dialect: firstGeneration,
  color: 'violet',
  accountEmail: null,
};
