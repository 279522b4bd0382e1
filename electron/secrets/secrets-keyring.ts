import type { SafeStorage } from 'electron';
import { fail, ok, type Result } from '../../core/result.ts';
import type { SecretFile } from './secrets-file.ts';

/** The part of Electron's safeStorage that is used: the asynchronous one, and which keyring Linux has. */
export type SafeStoragePort = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** Why an encrypted token could not be opened. `later`: the keyring did not answer this time; the token is not lost. */
export interface KeyringFailure {
  readonly kind: 'later' | 'never';
  readonly reason: string;
}

export interface Keyring {
  /** Encrypts a text, or says in one sentence why nothing on this computer can protect it. */
  lock(text: string): Promise<Result<SecretFile, string>>;
  /** `lockAgain`: the system has a newer key and asks for the text to be encrypted again. */
  unlock(file: SecretFile): Promise<Result<{ readonly text: string; readonly lockAgain: boolean }, KeyringFailure>>;
}

/** On Linux without a keyring, Chromium encrypts with a key that is public and marks the result with this. */
const unprotectedMark = 'v10';

const noKeyring = 'This computer offers no keyring to store the token in.';
const closedKeyring = 'The keyring of this computer is not open at the moment.';

/** The system's keyring behind Electron's safeStorage. `platform` as Node names it. */
export function createKeyring(safeStorage: SafeStoragePort, platform: NodeJS.Platform): Keyring {
  const backend = () => (platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system');
  return {
    async lock(text) {
      try {
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return fail(noKeyring);
        if (backend() === 'basic_text') return fail(noKeyring);
        const ciphertext = await safeStorage.encryptStringAsync(text);
        if (platform === 'linux' && isUnprotected(ciphertext)) return fail(noKeyring);
        return ok({ version: 2, platform, backend: backend(), ciphertext: ciphertext.toString('base64') });
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
        if (!(await safeStorage.isAsyncEncryptionAvailable())) return fail({ kind: 'later', reason: closedKeyring });
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(file.ciphertext, 'base64'),
        );
        return ok({ text: result, lockAgain: shouldReEncrypt });
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

/** Only the message tells this case from a lost key. */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
