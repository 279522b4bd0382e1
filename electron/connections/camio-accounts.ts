import type { AppError } from '../../core/app-error.ts';
import { type CamioClient, createCamioClient } from '../../core/camio/client.ts';
import type { ParseList } from '../../core/camio/device-list.ts';
import type { HttpOutcome, Send } from '../../core/camio/http.ts';
import { originOf, parseBaseUrl } from '../../core/connections/base-url.ts';
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
  /** How a list is read from an answer; by default at once. */
  readonly parseList?: ParseList;
  /** Told of every outcome and when it came (ms since 1970). */
  readonly onOutcome?: (connectionId: string, outcome: HttpOutcome, atMs: number) => void;
  /** The current time in ms since 1970. */
  readonly now?: () => number;
}): CamioAccounts {
  const { connections, secrets, send, parseList, onOutcome, now = Date.now } = options;
  return {
    async client(connectionId) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      // The file with the connections is not encrypted, so its addresses are held to the form's rules here again.
      const baseUrl = parseBaseUrl(connection.baseUrl);
      if (!baseUrl.ok) return baseUrl;
      const token = await secrets.reveal(connectionId, originOf(baseUrl.value));
      if (!token.ok) return token;
      const told: Send = async (request) => {
        const outcome = await send(request);
        onOutcome?.(connectionId, outcome, now());
        return outcome;
      };
      const { dialect } = connection;
      const authorization = `Bearer ${token.value}`;
      return ok(
        createCamioClient({
          send: told,
          baseUrl: baseUrl.value,
          dialect,
          authorization,
          now,
          ...(parseList && { parseList }),
        }),
      );
    },
  };
}
