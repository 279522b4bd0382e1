import type { AppError } from '../../core/app-error.ts';
import { type CamioClient, createCamioClient } from '../../core/camio/client.ts';
import type { HttpOutcome, Send } from '../../core/camio/http.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { ConnectionStore } from './connection-store.ts';
import { noConnection } from './no-connection.ts';

/** Camio clients by connection, each bound to its own base URL, dialect and token. */
export interface CamioAccounts {
  client(connectionId: string): Promise<Result<CamioClient, AppError>>;
}

/** The accounts of all connections. The only place where a token meets the Authorization header. */
export function createCamioAccounts(options: {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly secrets: Pick<Secrets, 'reveal'>;
  readonly send: Send;
  /** Told of every outcome, with when it came in ms since 1970. */
  readonly onOutcome?: (connectionId: string, outcome: HttpOutcome, atMs: number) => void;
  /** The current time in ms since 1970. */
  readonly now?: () => number;
}): CamioAccounts {
  const { connections, secrets, send, onOutcome, now = Date.now } = options;
  return {
    async client(connectionId) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      const token = await secrets.reveal(connectionId);
      if (!token.ok) return token;
      const { baseUrl, dialect } = connection;
      const told: Send = async (request) => {
        const outcome = await send(request);
        onOutcome?.(connectionId, outcome, now());
        return outcome;
      };
      return ok(createCamioClient({ send: told, baseUrl, dialect, authorization: `Bearer ${token.value}`, now }));
    },
  };
}
