import { isMarker } from './marker.ts';

export const nameDoubts = ['marker', 'too many cells', 'line break', 'double space', 'double UTF-8'] as const;
export type NameDoubt = (typeof nameDoubts)[number];

/** What is doubtful about a name of the file, and the name it probably was; '' where it says nothing. */
export interface ProposedName {
  readonly doubt: NameDoubt;
  readonly proposed: string;
}

const suspicious = /[\t\n\v\f\r\u0085\u2028\u2029]| {2}|[\u0080-\u00ff\u0152-\u0192\u02c6-\u2122]/;
const lineBreaks = /\s*[\t\n\v\f\r\u0085\u2028\u2029]+\s*/g;

/** Null for a name with nothing doubtful about its characters. */
export function doubtfulName(name: string): ProposedName | null {
  if (isMarker(name)) return { doubt: 'marker', proposed: '' };
  if (!suspicious.test(name)) return null;
  const decoded = onceDecoded(name);
  const proposed = decoded.replace(lineBreaks, ' ').replace(/ {2,}/g, ' ').trim();
  if (proposed === name) return null;
  if (decoded !== name) return { doubt: 'double UTF-8', proposed };
  return { doubt: /[\t\n\v\f\r\u0085\u2028\u2029]/.test(name) ? 'line break' : 'double space', proposed };
}

/** Bytes 0x80 to 0x9f of Windows-1252, in order; those it leaves open stand for themselves. */
const upperBytes = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteOf = new Map([...upperBytes].map((character, index) => [character, 0x80 + index]));
const mostTimes = 3;

/** A text in UTF-8 that was read as Windows-1252 and written as UTF-8 again, as often as it was, taken back. */
function onceDecoded(name: string): string {
  let text = name;
  for (let times = 0; times < mostTimes; times += 1) {
    const bytes = bytesOf(text);
    if (!bytes) return text;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return text;
    }
  }
  return text;
}

/** Null where the text has nothing beyond ASCII, or what Windows-1252 does not have. */
function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  let isAscii = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : byteOf.get(text.charAt(at));
    if (byte === undefined) return null;
    if (byte > 0x7f) isAscii = false;
    bytes[at] = byte;
  }
  return isAscii ? null : bytes;
}
