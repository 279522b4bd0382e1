import type { AppError } from '../../core/app-error.ts';
import type { TokenStatus } from '../../core/connections/connection.ts';
import { createQueues } from '../../core/queue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Log } from '../app/log.ts';
import type { SecretFiles } from './secrets-file.ts';
import type { Keyring, KeyringFailure } from './secrets-keyring.ts';
import { readTokenRecord, type TokenRecord, writeTokenRecord } from './token-record.ts';

/**
 * Where tokens live. Nothing else in the app keeps one. `origin` is always that of the connection's base URL now (`originOf`):
 * a token that was entered for another origin is never given out, whatever the connection's own file says.
 */
export interface Secrets {
  status(connectionId: string, origin: string): Promise<TokenStatus>;
  /** Keeps a cleaned token: encrypted on disk if the system can, else in memory until the app ends. */
  set(connectionId: string, record: TokenRecord): Promise<Result<TokenStatus, AppError>>;
  /** Keeps a token in memory only (the practice account's). */
  setForSession(connectionId: string, record: TokenRecord, reason: string): void;
  forget(connectionId: string): Promise<Result<void, AppError>>;
  /** For the Authorization header alone. Refuses if the token belongs to another origin. */
  reveal(connectionId: string, origin: string): Promise<Result<string, AppError>>;
  /** The same with what renews the token: for what signs in, renews and revokes alone. */
  revealRecord(connectionId: string, origin: string): Promise<Result<TokenRecord, AppError>>;
}

/** A token in memory. `reason` says why it is not on disk; null if it is. */
interface Held {
  readonly record: TokenRecord;
  readonly reason: string | null;
}

type Looked =
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'none' }
  | { readonly kind: 'elsewhere'; readonly origin: string }
  | Unreadable;
type Unreadable = { readonly kind: 'unreadable'; readonly reason: string; readonly again: KeyringFailure['kind'] };

/**
 * Tokens in the keyring's files, each read at most once. A stored token is removed only when it is replaced or forgotten.
 * The keyring may be slow, so each connection's calls run one after the other: a token that is being read cannot come back
 * after it was forgotten or replaced.
 *
 * Versions up to 0.1 encrypted the bare token. Such a token is bound to its connection's origin when it is first read, and
 * `onBound` is told which.
 */
export function createSecrets({
  files,
  keyring,
  log,
  onBound,
}: {
  files: SecretFiles;
  keyring: Keyring;
  log: Log;
  onBound: (connectionId: string, origin: string) => void;
}): Secrets {
  const inMemory = new Map<string, Held>();
  const queues = createQueues();

  async function look(connectionId: string, origin: string): Promise<Looked> {
    const looked = await read(connectionId, origin);
    if (looked.kind !== 'held' || looked.held.record.origin === origin) return looked;
    return { kind: 'elsewhere', origin: looked.held.record.origin };
  }

  async function read(connectionId: string, origin: string): Promise<Looked> {
    const held = inMemory.get(connectionId);
    if (held) return { kind: 'held', held };
    const file = await files.read(connectionId);
    if (!file.ok) return { kind: 'unreadable', reason: file.error.message, again: 'never' };
    if (file.value === null) return { kind: 'none' };
    const unlocked = await keyring.unlock(file.value);
    if (!unlocked.ok) return { kind: 'unreadable', reason: unlocked.error.reason, again: unlocked.error.kind };
    const decrypted = readTokenRecord(unlocked.value.text);
    if (!decrypted.ok) return { kind: 'unreadable', reason: decrypted.error, again: 'never' };

    const isBare = decrypted.value.kind === 'bare token';
    const record =
      decrypted.value.kind === 'record' ? decrypted.value.record : { token: decrypted.value.token, origin };
    const kept: Held = { record, reason: null };
    inMemory.set(connectionId, kept);
    if (isBare || unlocked.value.lockAgain) await relock(connectionId, record);
    if (isBare) onBound(connectionId, origin);
    return { kind: 'held', held: kept };
  }

  /** Nothing is lost if this fails: the old file still opens, and the next start tries again. */
  async function relock(connectionId: string, record: TokenRecord): Promise<void> {
    const locked = await keyring.lock(writeTokenRecord(record));
    if (!locked.ok) return log(`A stored token could not be encrypted again. ${locked.error}`);
    const written = await files.write(connectionId, locked.value);
    if (!written.ok) log(`A token that was encrypted again could not be stored. ${written.error.message}`);
  }

  async function revealRecord(connectionId: string, origin: string): Promise<Result<TokenRecord, AppError>> {
    const looked = await queues.run(connectionId, () => look(connectionId, origin));
    switch (looked.kind) {
      case 'held':
        return ok(looked.held.record);
      case 'elsewhere':
        return fail({
          code: 'blocked',
          message: phraseElsewhere(looked.origin, origin),
          next: 'Check the address of this connection. If it is right, enter the token for it.',
        });
      case 'unreadable':
        return fail({
          code: 'token-unreadable',
          message: `The stored token could not be read. ${looked.reason}`,
          next: nextStep[looked.again],
        });
      case 'none':
        return fail({
          code: 'token-missing',
          message: 'This connection has no token.',
          next: 'Enter the token on the Connections page.',
        });
    }
  }

  return {
    async status(connectionId, origin) {
      const looked = await queues.run(connectionId, () => look(connectionId, origin));
      switch (looked.kind) {
        case 'held':
          return statusOf(looked.held);
        case 'elsewhere':
          return { kind: 'unreadable', reason: phraseElsewhere(looked.origin, origin) };
        case 'unreadable':
          return { kind: 'unreadable', reason: looked.reason };
        case 'none':
          return { kind: 'not set' };
      }
    },

    set: (connectionId, record) =>
      queues.run(connectionId, async () => {
        const locked = await keyring.lock(writeTokenRecord(record));
        // If the new token stays in memory, the one it replaces must not stay on disk and come back at the next start.
        const stored = locked.ok ? await files.write(connectionId, locked.value) : await files.remove(connectionId);
        if (!stored.ok) return stored;
        const held: Held = { record, reason: locked.ok ? null : locked.error };
        inMemory.set(connectionId, held);
        return ok(statusOf(held));
      }),

    setForSession(connectionId, record, reason) {
      inMemory.set(connectionId, { record, reason });
    },

    forget: (connectionId) =>
      queues.run(connectionId, async () => {
        const removed = await files.remove(connectionId);
        if (removed.ok) inMemory.delete(connectionId);
        return removed;
      }),

    async reveal(connectionId, origin) {
      const record = await revealRecord(connectionId, origin);
      return record.ok ? ok(record.value.token) : record;
    },
    revealRecord,
  };
}

const nextStep: Readonly<Record<KeyringFailure['kind'], string>> = {
  slow: 'If the system asks for the password of the keyring, enter it there, then try again.',
  closed: 'Unlock the keyring, then restart Reader Desk. The token is kept. Or enter it again, for this session only.',
  never: 'Enter the token again.',
};

function statusOf({ record: { token, signIn }, reason }: Held): TokenStatus {
  const shown = { lastFour: lastFour(token), ...(signIn ? { isSignedIn: true as const } : {}) };
  return reason === null ? { kind: 'in keyring', ...shown } : { kind: 'session only', ...shown, reason };
}

function phraseElsewhere(tokenOrigin: string, origin: string): string {
  return `The stored token belongs to ${tokenOrigin} and is not sent to ${origin}.`;
}

/** Of a short token the last four characters would give away too much. */
function lastFour(token: string): string {
  return token.length >= 12 ? token.slice(-4) : '';
}
