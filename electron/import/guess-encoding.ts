import { type Encoding, encodings } from '../../core/import/import-table.ts';
import { likeness } from '../../core/import/likely-text.ts';

/** Bytes of lines beyond ASCII that are looked at: enough for any language, and quick to read in thirty encodings. */
const mostLooked = 4_096;

/** The encoding in which bytes that are not UTF-8 read most like a list. Of equals, the one that more programs write. */
export function guessEncoding(bytes: Uint8Array, decode: (bytes: Uint8Array, encoding: Encoding) => string): Encoding {
  const sample = linesBeyondAscii(bytes);
  let best: { readonly encoding: Encoding; readonly score: number } | null = null;
  for (const encoding of encodings) {
    if (encoding.startsWith('utf')) continue;
    const score = likeness(decode(sample, encoding), encoding) - rarity(encoding);
    if (!best || score > best.score) best = { encoding, score };
  }
  return best?.encoding ?? 'windows-1252';
}

/** How much more likely an encoding must read to be taken: old systems' pages are rare in exports of today. */
function rarity(encoding: Encoding): number {
  if (encoding === 'windows-1252') return 0;
  if (encoding.startsWith('windows') || /^(?:shift_jis|gbk|big5|euc-kr)$/.test(encoding)) return 0.05;
  return encoding.startsWith('iso') ? 0.12 : 0.1;
}

/** The first line, which has the columns' names, and lines with bytes beyond ASCII. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(mostLooked);
  let length = 0;
  let start = 0;
  while (start < bytes.length && length < mostLooked) {
    const end = endOfLine(bytes, start);
    const line = bytes.subarray(start, end);
    if (start === 0 || line.some((byte) => byte > 0x7f)) {
      sample.set(line.subarray(0, mostLooked - length), length);
      length += Math.min(line.length, mostLooked - length);
    }
    start = end;
  }
  return sample.subarray(0, length);
}

/** Behind the line feed or, without one, the carriage return that ends the line. */
function endOfLine(bytes: Uint8Array, start: number): number {
  const lineFeed = bytes.indexOf(0x0a, start);
  if (lineFeed >= 0) return lineFeed + 1;
  const carriageReturn = bytes.indexOf(0x0d, start);
  return carriageReturn < 0 ? bytes.length : carriageReturn + 1;
}
