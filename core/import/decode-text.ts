import type { Encoding } from './import-table.ts';

/** A text file's text, without the byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasMark: boolean;
}

/**
 * The text of a file in the given encoding, or as detected: by the byte order mark, by the zeros that UTF-16 has in
 * every other byte, else UTF-8 where it is valid and Windows-1252 where not. Null where it is no text at all.
 */
export function decodeText(bytes: Uint8Array, wanted: Encoding | null): DecodedText | null {
  const mark = markOf(bytes);
  if (wanted) return decodeAs(bytes, wanted, mark);
  if (mark) return decodeAs(bytes, mark, mark);
  const wide = wideEncodingOf(bytes);
  if (wide) return decodeAs(bytes, wide, null);
  if (bytes.subarray(0, looked).includes(0)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', hasMark: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return decodeAs(bytes, 'windows-1252', null);
  }
}

/** Bytes from the start that are looked at to tell text from other files. */
const looked = 65_536;

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function markOf(bytes: Uint8Array): Encoding | null {
  return marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** Latin letters and digits, and every delimiter, have a zero byte in UTF-16: before or behind the other one. */
function wideEncodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null;
  const head = bytes.subarray(0, looked);
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  const pairs = head.length / 2;
  const many = pairs * 0.3;
  const few = pairs * 0.02;
  if (odd > many && even <= few) return 'utf-16le';
  return even > many && odd <= few ? 'utf-16be' : null;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, mark: Encoding | null): DecodedText {
  const text = textOf(bytes, encoding);
  const hasMark = mark === encoding;
  return { text: hasMark ? text.slice(1) : text, encoding, hasMark };
}

function textOf(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    case 'utf-16le':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
    case 'utf-16be':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(swapped(bytes));
    case 'windows-1252':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(widened(bytes));
  }
}

// Node's decoder takes Windows-1252 for Latin-1, without € and curly quotes, and Electron's ICU promises neither of the
// next two, so both are brought to UTF-16 LE here.

function swapped(bytes: Uint8Array): Uint8Array {
  const little = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) little[at ^ 1] = bytes[at] ?? 0;
  return little;
}

function widened(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(bytes.length * 2);
  bytes.forEach((byte, at) => {
    const code = windows1252[byte - 0x80] ?? byte;
    wide[at * 2] = code & 0xff;
    wide[at * 2 + 1] = code >> 8;
  });
  return wide;
}

/** Bytes 0x80 to 0x9f, by the WHATWG encoding standard; the five it leaves open are control characters. */
const windows1252: readonly number[] = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];
