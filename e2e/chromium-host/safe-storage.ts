import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { type Likeness, only } from './only.ts';

/**
 * A machine without a keyring, unless READER_DESK_HOST_KEYRING names a folder that stands for one: then tokens are
 * encrypted with a key kept there, so that a test can restart the app and find them.
 */
const keyring = process.env.READER_DESK_HOST_KEYRING;

function key(): Buffer {
  if (keyring === undefined) throw new Error('Encryption is not available.');
  const file = join(keyring, 'key');
  if (!existsSync(file)) {
    mkdirSync(keyring, { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  return readFileSync(file);
}

const version = Buffer.from('v11');
const nonceBytes = 12;
const tagBytes = 16;

export const safeStorage = only('safeStorage', {
  isAsyncEncryptionAvailable: async () => keyring !== undefined,
  getSelectedStorageBackend: () => (keyring === undefined ? 'basic_text' : 'gnome_libsecret'),
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key(), nonce);
    const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([version, nonce, cipher.getAuthTag(), sealed]);
  },
  async decryptStringAsync(encrypted: Buffer) {
    const nonce = encrypted.subarray(version.length, version.length + nonceBytes);
    const tag = encrypted.subarray(version.length + nonceBytes, version.length + nonceBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', key(), nonce).setAuthTag(tag);
    const sealed = encrypted.subarray(version.length + nonceBytes + tagBytes);
    const result = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: false };
  },
} satisfies Likeness<SafeStorage>);
