import { inflateRawSync } from 'node:zlib';

/** One entry of a ZIP file as its central directory has it (PKWARE APPNOTE 6.3.9, 4.3.12). Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly declaredBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const deflated = 8;

/** The entries of a ZIP file; null where it has no directory that can be followed. */
export function zipEntries(zip: Buffer): ZipEntry[] | null {
  const end = endOf(zip);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entrySignature) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: zip.readUInt32LE(at + 20),
      declaredBytes: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Whether these entries unpack to at most so many bytes in all: first by what they declare, then by unpacking, since a
 * bomb declares what it likes. Null where one cannot be unpacked.
 */
export function unpacksWithin(zip: Buffer, entries: readonly ZipEntry[], mostBytes: number): boolean | null {
  const declared = entries.reduce((sum, { declaredBytes }) => sum + declaredBytes, 0);
  if (declared > mostBytes) return false;
  let left = mostBytes;
  for (const entry of entries) {
    const bytes = unpackedBytes(zip, entry, left);
    if (bytes === null) return null;
    left -= bytes;
    if (left < 0) return false;
  }
  return true;
}

/** The size of an entry, `most + 1` for more than `most`; null where it is not what the directory says. */
function unpackedBytes(zip: Buffer, { offset, packedBytes, method }: ZipEntry, most: number): number | null {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== localSignature) return null;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  if (start + packedBytes > zip.length) return null;
  if (method !== deflated) return method === 0 ? packedBytes : null;
  try {
    return inflateRawSync(zip.subarray(start, start + packedBytes), { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof RangeError) return most + 1;
    return null;
  }
}

/** Where the end record begins, looked for from the end: a comment of any length may follow it. */
function endOf(zip: Buffer): number | null {
  const first = Math.max(0, zip.length - endLength - longestComment);
  for (let at = zip.length - endLength; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}
