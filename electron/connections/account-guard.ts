import type { AppError } from '../../core/app-error.ts';
import { type AccountStanding, judgeAccount, phraseOtherAccount, sameEmail } from '../../core/connections/account.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CamioAccounts } from '../camio/camio-accounts.ts';
import type { ConnectionStore } from './connection-store.ts';

/** Remembers whose account each connection leads to, and holds what would go to another one. */
export interface AccountGuard {
  /** Asks Camio now. The first answer is remembered; another one later stands until it is confirmed. */
  ask(connectionId: string, cancel: AbortSignal): Promise<AccountStanding>;
  /** Asks unless this session has asked already, e.g. whenever a list was read. */
  askOnce(connectionId: string): Promise<void>;
  /** Takes what Camio answered: an email, or null where it did not say. */
  note(connectionId: string, answered: string | null): AccountStanding;
  /** Makes the other account the connection's own. Refuses unless its email was typed. */
  confirm(connectionId: string, typedEmail: string): Result<void, AppError>;
  /** The token has changed: what was found out with the one before says nothing any more. */
  forget(connectionId: string): void;
}

export function createAccountGuard(options: {
  readonly connections: Pick<ConnectionStore, 'get' | 'put'>;
  readonly accounts: CamioAccounts;
  /** Told after what is known of a connection's account has changed. */
  readonly onChange: (connectionId: string) => void;
  /** Told where it could not be kept on disk. */
  readonly notice: (error: AppError) => void;
}): AccountGuard {
  const { connections, accounts, onChange, notice } = options;
  const asked = new Set<string>();

  function keep(connection: Connection): Result<void, AppError> {
    const kept = connections.put(connection);
    if (kept.ok) onChange(connection.id);
    return kept;
  }

  function note(connectionId: string, answered: string | null): AccountStanding {
    const connection = connections.get(connectionId);
    if (!connection) return { kind: 'not confirmed' };
    const { accountEmail, otherAccount } = connection;
    // A server that does not say any more takes nothing back.
    const standing = judgeAccount(accountEmail, answered ?? otherAccount ?? null);
    const now = standing.kind === 'other account' ? standing.now : undefined;
    const email = standing.kind === 'confirmed' ? (accountEmail ?? standing.email) : accountEmail;
    if (now !== otherAccount || email !== accountEmail) {
      const kept = keep({ ...withoutOther(connection), accountEmail: email, ...(now ? { otherAccount: now } : {}) });
      if (!kept.ok) notice(kept.error);
    }
    return standing;
  }

  async function ask(connectionId: string, cancel: AbortSignal): Promise<AccountStanding> {
    const client = await accounts.client(connectionId);
    if (!client.ok) return note(connectionId, null);
    const answer = await client.value.whoAmI(cancel);
    if (answer.ok) asked.add(connectionId);
    return note(connectionId, answer.ok ? answer.value.email : null);
  }

  return {
    ask,
    note,

    async askOnce(connectionId) {
      if (asked.has(connectionId)) return;
      asked.add(connectionId);
      await ask(connectionId, new AbortController().signal);
    },

    confirm(connectionId, typedEmail) {
      const connection = connections.get(connectionId);
      const now = connection?.otherAccount;
      if (!connection || now === undefined) return ok(undefined);
      if (!sameEmail(typedEmail, now)) {
        return fail(phraseOtherAccount({ was: connection.accountEmail ?? 'no account', now }));
      }
      return keep({ ...withoutOther(connection), accountEmail: now });
    },

    forget(connectionId) {
      asked.delete(connectionId);
      const connection = connections.get(connectionId);
      if (connection?.otherAccount === undefined) return;
      const kept = keep(withoutOther(connection));
      if (!kept.ok) notice(kept.error);
    },
  };
}

/** The connection without an account that waits to be confirmed. */
export function withoutOther({ otherAccount: _, ...connection }: Connection): Connection {
  return connection;
}
