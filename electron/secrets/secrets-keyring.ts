import type { SafeStorage } from 'electron';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SecretFile } from './secrets-file.ts';

/** The part of Electron's safeStorage that is used: the asynchronous one, and which keyring Linux has. */
export type SafeStoragePort = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * Why an encrypted token could not be opened. `slow`: the keyring has not answered yet. `closed`: Electron asks for the
 * keyring once, when it starts, so opening it helps only the next start. `never`: the token is lost.
 */
export interface KeyringFailure {
  readonly kind: 'slow' | 'closed' | 'never';
  readonly reason: string;
}

export interface Keyring {
  /** Encrypts a text, or says in one sentence why nothing on this computer can protect it. */
  lock(text: string): Promise<Result<SecretFile, string>>;
  /** `lockAgain`: the system has a newer key, and asks for the text to be encrypted again. */
  unlock(file: SecretFile): Promise<Result<{ readonly text: string; readonly lockAgain: boolean }, KeyringFailure>>;
}

/**
 * How long a keyring is waited for, in ms: it may be asking the person for its password. Saving a token waits longer than
 * reading one, which a whole page waits for.
 */
export interface KeyringLimits {
  readonly lockMs: number;
  readonly unlockMs: number;
}

const patience: KeyringLimits = { lockMs: 60_000, unlockMs: 5_000 };

/**
 * Without a keyring Chromium on Linux encrypts with a key that everybody knows, and marks the result with this. Only the
 * mark tells: Electron's name of the keyring (`getSelectedStorageBackend`) says `basic_text` on desktops that it does not
 * know, although the Secret Service works there.
 */
const unprotectedMark = 'v10';

const noKeyring = 'This computer offers no keyring to store the token in.';
const closedKeyring = 'The keyring of this computer was not open when Reader Desk started.';
const slowKeyring = 'The keyring of this computer does not answer.';

/** The system's keyring behind Electron's safeStorage. `platform` as Node names it. */
export function createKeyring(
  safeStorage: SafeStoragePort,
  platform: NodeJS.Platform,
  limits: KeyringLimits = patience,
): Keyring {
  return {
    async lock(text) {
      try {
        const ciphertext = await within(limits.lockMs, async () =>
          (await safeStorage.isAsyncEncryptionAvailable()) ? await safeStorage.encryptStringAsync(text) : null,
        );
        if (ciphertext === 'late') return fail(slowKeyring);
        if (ciphertext === null || (platform === 'linux' && isUnprotected(ciphertext))) return fail(noKeyring);
        const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system';
        return ok({ version: 2, platform, backend, ciphertext: ciphertext.toString('base64') });
      } catch {
        // Electron says only that it failed. What matters is that the token is not protected.
        return fail('The keyring of this computer refused to store the token.');
      }
    },
    async unlock(file) {
      if (file.platform !== platform) {
        return fail({ kind: 'never', reason: `The token was stored on another system (${file.platform}).` });
      }
      try {
        const opened = await within(limits.unlockMs, async () =>
          (await safeStorage.isAsyncEncryptionAvailable())
            ? await safeStorage.decryptStringAsync(Buffer.from(file.ciphertext, 'base64'))
            : null,
        );
        if (opened === 'late') return fail({ kind: 'slow', reason: slowKeyring });
        if (opened === null) return fail({ kind: 'closed', reason: closedKeyring });
        return ok({ text: opened.result, lockAgain: opened.shouldReEncrypt });
      } catch (error) {
        return fail(
          isTemporary(error)
            ? { kind: 'closed', reason: closedKeyring }
            : { kind: 'never', reason: 'The keyring of this computer no longer opens the stored token.' },
        );
      }
    },
  };
}

/** What `run` gives, or 'late' where that takes longer than `limitMs`; what comes later is dropped, a failure too. */
async function within<T>(limitMs: number, run: () => Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs);
  });
  return Promise.race([run(), late]).finally(() => clearTimeout(timer));
}

function isUnprotected(ciphertext: Buffer): boolean {
  return ciphertext.subarray(0, unprotectedMark.length).toString('latin1') === unprotectedMark;
}

/** Only the message tells this case from a lost key. */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
