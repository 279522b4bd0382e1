import type { XmlReader } from './xml-reader.ts';

/**
 * The text of an element that `reader` has just opened and reads to its close: its `t` elements, in one piece or in runs
 * of different looks, without how it is pronounced (ECMA-376 part 1, 18.4). Null where the XML is at fault.
 */
export function readRichText(reader: XmlReader): string | null {
  let text = '';
  let depth = 1;
  let phoneticAt = 0;
  let isText = false;
  while (depth > 0) {
    const piece = reader.next();
    if (piece === 'open') {
      depth += 1;
      if (reader.name === 'rPh' && phoneticAt === 0) phoneticAt = depth;
      isText = reader.name === 't' && phoneticAt === 0;
    } else if (piece === 'close') {
      if (depth === phoneticAt) phoneticAt = 0;
      depth -= 1;
      isText = false;
    } else if (piece === 'text') {
      if (isText) text += reader.text;
    } else return null;
  }
  return unescaped(text);
}

/** Characters that XML cannot carry stand as `_x000D_`, and `_x005F_` before what only looks so (ST_Xstring). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
