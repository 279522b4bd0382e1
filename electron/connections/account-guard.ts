import type { AppError } from '../../core/app-error.ts';
import type { CamioFailure } from '../../core/camio/failure.ts';
import { type AccountStanding, judgeAccount, phraseOtherAccount, sameEmail } from '../../core/connections/account.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CamioAccounts } from './camio-accounts.ts';
import type { ConnectionStore } from './connection-store.ts';

/** Remembers whose account each connection leads to, and holds what would go to another one. */
export interface AccountGuard {
  /** Asks Camio now. The first answer is remembered; another one later stands until it is confirmed. */
  ask(connectionId: string, cancel: AbortSignal): Promise<AccountStanding>;
  /** Asks unless this session was answered already, e.g. whenever a list was read; waits where it is being asked. */
  askOnce(connectionId: string): Promise<void>;
  /**
   * For whoever asks by other means: before asking, gives what takes the answer then, an email or null where Camio did not
   * say. It is judged, but not remembered, where the token has changed in between.
   */
  awaitAnswer(connectionId: string): (answered: string | null) => AccountStanding;
  /** Makes the other account the connection's own. Refuses unless its email was typed. */
  confirm(connectionId: string, typedEmail: string): Result<void, AppError>;
  /** The token has changed: what was found out with the one before says nothing any more. */
  forget(connectionId: string): void;
}

/** What came of asking about one token. Another token begins another one. */
interface Inquiry {
  isAnswered: boolean;
  underWay: Promise<unknown> | null;
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
  const inquiries = new Map<string, Inquiry>();

  function inquiryOf(connectionId: string): Inquiry {
    const inquiry = inquiries.get(connectionId) ?? { isAnswered: false, underWay: null };
    inquiries.set(connectionId, inquiry);
    return inquiry;
  }

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

  function awaitAnswer(connectionId: string): (answered: string | null) => AccountStanding {
    const inquiry = inquiryOf(connectionId);
    return (answered) =>
      inquiries.get(connectionId) === inquiry
        ? note(connectionId, answered)
        : judgeAccount(connections.get(connectionId)?.accountEmail ?? null, answered);
  }

  async function ask(connectionId: string, cancel: AbortSignal): Promise<AccountStanding> {
    const inquiry = inquiryOf(connectionId);
    const take = awaitAnswer(connectionId);
    const client = await accounts.client(connectionId);
    if (!client.ok) return take(null);
    const answer = await client.value.whoAmI(cancel);
    inquiry.isAnswered ||= answer.ok || willNotSay(answer.error);
    return take(answer.ok ? answer.value.email : null);
  }

  async function askOnce(connectionId: string): Promise<void> {
    const inquiry = inquiryOf(connectionId);
    if (inquiry.isAnswered) return;
    inquiry.underWay ??= ask(connectionId, new AbortController().signal).finally(() => {
      inquiry.underWay = null;
    });
    await inquiry.underWay;
    if (inquiries.get(connectionId) !== inquiry) await askOnce(connectionId);
  }

  return {
    ask,
    askOnce,
    awaitAnswer,

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
      inquiries.delete(connectionId);
      const connection = connections.get(connectionId);
      if (connection?.otherAccount === undefined) return;
      const kept = keep(withoutOther(connection));
      if (!kept.ok) notice(kept.error);
    },
  };
}

/** Whether asking again would bring nothing else: the server understood, and does not tell this token. */
function willNotSay({ code }: CamioFailure): boolean {
  switch (code) {
    case 'unauthorized':
    case 'not offered':
    case 'rejected':
      return true;
    case 'transport':
    case 'redirected':
    case 'rate limited':
    case 'server error':
    case 'unexpected status':
    case 'unreadable':
      return false;
  }
}

/** The connection without an account that waits to be confirmed. */
export function withoutOther({ otherAccount: _, ...connection }: Connection): Connection {
  return connection;
}
