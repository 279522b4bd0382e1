import type { SafeStorage } from 'electron';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SecretFile } from './secrets-file.ts';

/** The part of Electron's safeStorage that is used: the asynchronous one, and which keyring Linux has. */
export type SafeStoragePort = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** Why an encrypted token could not be opened. `later`: the keyring did not answer now, the token is not lost. */
export interface KeyringFailure {
  readonly kind: 'later' | 'never';
  readonly reason: string;
}

export interface Keyring {
  /** Encrypts a token, or says in one sentence why nothing on this computer can protect it. */
  lock(token: string): Promise<Result<SecretFile, string>>;
  /** `lockAgain`: the system has a newer key, and asks for the token to be encrypted anew. */
  unlock(file: SecretFile): Promise<Result<{ readonly token: string; readonly lockAgain: boolean }, KeyringFailure>>;
}

/** On Linux without a keyring Chromium encrypts with a key that everybody knows, and marks the result with this. */
const unprotectedMark = 'v10';

const noKeyring = 'This computer offers no keyring to store the token in.';
const closedKeyring = 'The keyring of this computer is not open at the moment.';

/** The system's keyring behind Electron's safeStorage. `platform` as Node names it. */
export function createKeyring(safeStorage: SafeStoragePort, platform: NodeJS.Platform): Keyring {
  const backend = () => (platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system');
  return {
    async lock(token) {
      try {
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return fail(noKeyring);
        if (backend() === 'basic_text') return fail(noKeyring);
        const ciphertext = await safeStorage.encryptStringAsync(token);
        if (platform === 'linux' && isUnprotected(ciphertext)) return fail(noKeyring);
        return ok({ version: 1, platform, backend: backend(), ciphertext: ciphertext.toString('base64') });
      } catch {
        // Electron says no more than that it failed; what matters is that the token was not protected.
        return fail('The keyring of this computer refused to store the token.');
      }
    },
    async unlock(file) {
      if (file.platform !== platform) {
        return fail({ kind: 'never', reason: `The token was stored on another system (${file.platform}).` });
      }
      try {
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return fail({ kind: 'later', reason: closedKeyring });
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(file.ciphertext, 'base64'),
        );
        return ok({ token: result, lockAgain: shouldReEncrypt });
      } catch (error) {
        return fail(
          isTemporary(error)
            ? { kind: 'later', reason: closedKeyring }
            : { kind: 'never', reason: 'The keyring of this computer no longer opens the stored token.' },
        );
      }
    },
  };
}

function isUnprotected(ciphertext: Buffer): boolean {
  return ciphertext.subarray(0, unprotectedMark.length).toString('latin1') === unprotectedMark;
}

/** Electron tells this case from a lost key by its message only. */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
