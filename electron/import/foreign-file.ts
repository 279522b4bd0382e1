import type { ForeignFile } from '../../core/import/import-refusal.ts';

const startsWith = (bytes: Buffer, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

/** What a file is by its first bytes, where that says it: a ZIP may still be a workbook. */
export function kindOfFile(bytes: Buffer): 'zip' | ForeignFile | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  // Excel wraps a workbook with a password in the container of its old format, in a stream of this name.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected Excel' : 'old Excel';
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF';
  const isPicture =
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38);
  return isPicture ? 'picture' : null;
}
