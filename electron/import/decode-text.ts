import iconv from 'iconv-lite';
import type { Encoding } from '../../core/import/import-table.ts';
import { guessEncoding } from './guess-encoding.ts';

/** A text file's text, without the byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  /** The encoding was told by how the text reads in it, and may be another. */
  readonly isGuess: boolean;
}

/**
 * The text of a file in the given encoding, or as detected: by the byte order mark, by the zeros that UTF-16 has in
 * every other byte, as UTF-8 where it is valid, and else by how it reads. Null where it is no text at all.
 */
export function decodeText(bytes: Uint8Array, wanted: Encoding | null): DecodedText | null {
  const mark = markOf(bytes);
  if (wanted) return decodeAs(bytes, wanted, mark);
  if (mark) return decodeAs(bytes, mark, mark);
  const wide = wideEncodingOf(bytes);
  if (wide) return decodeAs(bytes, wide, null);
  if (isBinary(bytes.subarray(0, looked))) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', hasMark: false, isGuess: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ...decodeAs(bytes, guessEncoding(bytes, textOf), null), isGuess: true };
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

/** Text may have zeros only where they fill up cells: behind text and before a line's or a cell's end. */
function isBinary(head: Uint8Array): boolean {
  if (!head.includes(0)) return false;
  let text = 0;
  for (const byte of head) {
    if (byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) text += 1;
    else if (byte !== 0 && byte !== endOfFile) return true;
  }
  return text === 0 || withinText.test(Buffer.from(head).toString('latin1'));
}

const endOfFile = 0x1a;
/** Zeros with text on both sides do not fill up a cell. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what this is about.
const withinText = /[^\0"'\s,;|]\0+[^\0"'\s,;|\u001a]/;

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
  return { text: hasMark ? text.slice(1) : text, encoding, hasMark, isGuess: false };
}

/** Electron's ICU promises few encodings, and Node's takes Windows-1252 for Latin-1, so a library has their tables. */
function textOf(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const name = libraryNames[encoding] ?? encoding;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { stripBOM: false });
}

const libraryNames: Readonly<Partial<Record<Encoding, string>>> = {
  'mac-ce': 'maccenteuro',
  'mac-cyrillic': 'maccyrillic',
  // Its later form, which has all characters of GBK.
  gbk: 'gb18030',
};
