import type { AppError } from '../../core/app-error.ts';
import type { TokenStatus } from '../../core/connections/connection.ts';
import { createLanes } from '../../core/queue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Log } from '../app/log.ts';
import type { SecretFiles } from './secrets-file.ts';
import type { Keyring, KeyringFailure } from './secrets-keyring.ts';

/** Where tokens live. Nothing else in the app keeps one. */
export interface Secrets {
  status(connectionId: string): Promise<TokenStatus>;
  /** Keeps a cleaned token: encrypted on disk where the system can, else in memory until the app ends. */
  set(connectionId: string, token: string): Promise<Result<TokenStatus, AppError>>;
  /** Keeps a token in memory only (the practice account's). */
  setForSession(connectionId: string, token: string, reason: string): void;
  forget(connectionId: string): Promise<Result<void, AppError>>;
  /** For the Authorization header alone. */
  reveal(connectionId: string): Promise<Result<string, AppError>>;
}

/** A token in memory. `reason` says why it is not on disk, null where it is. */
interface Held {
  readonly token: string;
  readonly reason: string | null;
}

type Looked = { readonly kind: 'held'; readonly held: Held } | { readonly kind: 'none' } | Unreadable;
type Unreadable = { readonly kind: 'unreadable'; readonly reason: string; readonly again: KeyringFailure['kind'] };

/**
 * Tokens in the keyring's files, each read at most once; a stored token is removed only when replaced or forgotten. The
 * keyring may take its time, so what is done with one connection's token waits for what was begun before: a token that was
 * being read cannot come back after it was forgotten or replaced.
 */
export function createSecrets({ files, keyring, log }: { files: SecretFiles; keyring: Keyring; log: Log }): Secrets {
  const inMemory = new Map<string, Held>();
  const lanes = createLanes();

  async function look(connectionId: string): Promise<Looked> {
    const held = inMemory.get(connectionId);
    if (held) return { kind: 'held', held };
    const file = await files.read(connectionId);
    if (!file.ok) return { kind: 'unreadable', reason: file.error.message, again: 'never' };
    if (file.value === null) return { kind: 'none' };
    const unlocked = await keyring.unlock(file.value);
    if (!unlocked.ok) return { kind: 'unreadable', reason: unlocked.error.reason, again: unlocked.error.kind };

    const { token, lockAgain } = unlocked.value;
    const kept: Held = { token, reason: null };
    inMemory.set(connectionId, kept);
    if (lockAgain) await relock(connectionId, token);
    return { kind: 'held', held: kept };
  }

  /** Failing here loses nothing: the old file still opens, and the system asks again next time. */
  async function relock(connectionId: string, token: string): Promise<void> {
    const locked = await keyring.lock(token);
    if (!locked.ok) return log(`A stored token could not be encrypted with the system's newer key. ${locked.error}`);
    const written = await files.write(connectionId, locked.value);
    if (!written.ok) log(`A token encrypted with the system's newer key could not be stored. ${written.error.message}`);
  }

  return {
    async status(connectionId) {
      const looked = await lanes.run(connectionId, () => look(connectionId));
      switch (looked.kind) {
        case 'held':
          return statusOf(looked.held);
        case 'unreadable':
          return { kind: 'unreadable', reason: looked.reason };
        case 'none':
          return { kind: 'not set' };
      }
    },

    set: (connectionId, token) =>
      lanes.run(connectionId, async () => {
        const locked = await keyring.lock(token);
        // A token that stays in memory must not leave the one it replaces on disk, to come back at the next start.
        const stored = locked.ok ? await files.write(connectionId, locked.value) : await files.remove(connectionId);
        if (!stored.ok) return stored;
        const held: Held = { token, reason: locked.ok ? null : locked.error };
        inMemory.set(connectionId, held);
        return ok(statusOf(held));
      }),

    setForSession(connectionId, token, reason) {
      inMemory.set(connectionId, { token, reason });
    },

    forget: (connectionId) =>
      lanes.run(connectionId, async () => {
        const removed = await files.remove(connectionId);
        if (removed.ok) inMemory.delete(connectionId);
        return removed;
      }),

    async reveal(connectionId) {
      const looked = await lanes.run(connectionId, () => look(connectionId));
      switch (looked.kind) {
        case 'held':
          return ok(looked.held.token);
        case 'unreadable':
          return fail({
            code: 'token-unreadable',
            message: `The stored token could not be read. ${looked.reason}`,
            next: looked.again === 'later' ? 'Unlock the keyring and try again.' : 'Enter the token again.',
          });
        case 'none':
          return fail({
            code: 'token-missing',
            message: 'This connection has no token.',
            next: 'Enter the token on the Connections page.',
          });
      }
    },
  };
}

function statusOf({ token, reason }: Held): TokenStatus {
  return reason === null
    ? { kind: 'in keyring', lastFour: lastFour(token) }
    : { kind: 'session only', lastFour: lastFour(token), reason };
}

/** Of a short token the last four characters would give away too much. */
function lastFour(token: string): string {
  return token.length >= 12 ? token.slice(-4) : '';
}
