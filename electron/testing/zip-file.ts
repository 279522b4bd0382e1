import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly data: Buffer;
  /** What the directory says it unpacks to, where that is a lie. */
  readonly declaredBytes?: number;
  /** It stands in the file and not in its directory. */
  readonly isUnlisted?: boolean;
}

export interface ZipStyle {
  /** Sizes come after the data, as programs write them that do not know them before. */
  readonly isStreamed?: boolean;
  /** Sizes and places are written as 64-bit numbers, however small. */
  readonly isZip64?: boolean;
  /** The data is not packed. */
  readonly isStored?: boolean;
}

const unknown = 0xffff_ffff;

/** A ZIP file in one of the ways in which programs write it, or in which an attacker does. */
export function zipFile(parts: readonly ZipPart[], style: ZipStyle = {}): Buffer {
  const { isStreamed = false, isZip64 = false, isStored = false } = style;
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let listed = 0;
  let at = 0;
  const write = (...bytes: readonly Buffer[]) => {
    for (const piece of bytes) {
      body.push(piece);
      at += piece.length;
    }
  };
  for (const { name, data, declaredBytes = data.length, isUnlisted = false } of parts) {
    const offset = at;
    const packed = isStored ? data : deflateRawSync(data);
    const check = crc32(data);
    const head = { name, check, method: isStored ? 0 : 8, flags: isStreamed ? 0x808 : 0x800 };
    const sizes = { packed: packed.length, declared: declaredBytes };
    write(localHeader(head, sizes, { isStreamed, isZip64 }), packed);
    if (isStreamed) write(descriptor(check, sizes, isZip64));
    if (isUnlisted) continue;
    listed += 1;
    directory.push(directoryHeader(head, sizes, offset, isZip64));
  }
  const start = at;
  write(...directory);
  const size = at - start;
  if (isZip64) write(end64(listed, size, start), locator64(start + size));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? 0xffff : listed, 8);
  end.writeUInt16LE(isZip64 ? 0xffff : listed, 10);
  end.writeUInt32LE(isZip64 ? unknown : size, 12);
  end.writeUInt32LE(isZip64 ? unknown : start, 16);
  write(end);
  return Buffer.concat(body);
}

interface Head {
  readonly name: string;
  readonly check: number;
  readonly method: number;
  readonly flags: number;
}

interface Sizes {
  readonly packed: number;
  readonly declared: number;
}

function localHeader(head: Head, sizes: Sizes, { isStreamed, isZip64 }: ZipStyle): Buffer {
  const { name, check, method, flags } = head;
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(isZip64 ? 45 : 20, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt32LE(isStreamed ? 0 : check, 14);
  const extra = isZip64 ? extra64(isStreamed ? [0, 0] : [sizes.declared, sizes.packed]) : Buffer.alloc(0);
  bytes.writeUInt32LE(isZip64 ? unknown : isStreamed ? 0 : sizes.packed, 18);
  bytes.writeUInt32LE(isZip64 ? unknown : isStreamed ? 0 : sizes.declared, 22);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26);
  bytes.writeUInt16LE(extra.length, 28);
  return Buffer.concat([bytes, Buffer.from(name), extra]);
}

function descriptor(check: number, sizes: Sizes, isZip64: boolean): Buffer {
  const bytes = Buffer.alloc(isZip64 ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(check, 4);
  if (isZip64) {
    bytes.writeBigUInt64LE(BigInt(sizes.packed), 8);
    bytes.writeBigUInt64LE(BigInt(sizes.declared), 16);
  } else {
    bytes.writeUInt32LE(sizes.packed, 8);
    bytes.writeUInt32LE(sizes.declared, 12);
  }
  return bytes;
}

function directoryHeader({ name, check, method, flags }: Head, sizes: Sizes, offset: number, isZip64: boolean): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(isZip64 ? 45 : 20, 6);
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(method, 10);
  bytes.writeUInt32LE(check, 16);
  const extra = isZip64 ? extra64([sizes.declared, sizes.packed, offset]) : Buffer.alloc(0);
  bytes.writeUInt32LE(isZip64 ? unknown : sizes.packed, 20);
  bytes.writeUInt32LE(isZip64 ? unknown : sizes.declared, 24);
  bytes.writeUInt16LE(Buffer.byteLength(name), 28);
  bytes.writeUInt16LE(extra.length, 30);
  bytes.writeUInt32LE(isZip64 ? unknown : offset, 42);
  return Buffer.concat([bytes, Buffer.from(name), extra]);
}

function extra64(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + values.length * 8);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(values.length * 8, 2);
  for (const [place, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 4 + place * 8);
  return bytes;
}

function end64(count: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(56);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  return bytes;
}

function locator64(endAt: number): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt32LE(0x07064b50, 0);
  bytes.writeBigUInt64LE(BigInt(endAt), 8);
  bytes.writeUInt32LE(1, 16);
  return bytes;
}
