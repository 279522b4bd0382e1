import type { Reader } from '../readers/reader.ts';

/** Whether a name is only what a device or a form was given at first: "Reader 1", "Test", "New reader", its own id. */
export function isPlaceholderName({ id, name }: Reader): boolean {
  const text = name.trim();
  if (text === '') return false;
  if (text === id.trim()) return true;
  return text.length <= longestPlaceholder && patterns.some((pattern) => pattern.test(text));
}

const longestPlaceholder = 32;

const fresh = '(?:new|neue[rs]?|nouveau|nouvelle|nuevo|nueva|nuovo|nuova|unnamed|untitled|unknown|default)';
/** What a system calls any reader; a number after it says no more. */
const device =
  '(?:(?:card |badge |access )?(?:reader|device|controller|panel|terminal|input|port)|(?:karten)?leser|lecteur|lector|lettore|lezer)';
const place = '(?:door|gate|entrance|exit|entry|tür|porte|puerta|porta|deur)';
const filler =
  '(?:tests?|testing|testleser|dummy|example|sample|temp|tmp|tbd|todo|to do|name|n/?a|none|null|undefined|unnamed|untitled|unknown|default|asdf|qwerty|x{2,}|[-–—?._]+|[?]+)';
/** `07`, `1-2`, `#3`; each run of digits is taken whole, or a long one could be split in ever so many ways. */
const number = '(?:[ _#.:/-]*\\d+(?!\\d))*[ _#-]*';

const patterns = [
  new RegExp(`^${device}${number}(?:[,;/–]? *${device}${number})*$`, 'iu'),
  new RegExp(`^(?:${fresh}|test) (?:${device}|${place})${number}$`, 'iu'),
  new RegExp(`^(?:${device}|${place}) test${number}$`, 'iu'),
  new RegExp(`^(?:${place}|${filler}${number})$`, 'iu'),
];
