import { readRichText } from './rich-text.ts';
import { type XmlFault, XmlReader } from './xml-reader.ts';

/** The texts that cells share, in their order. */
export function readSharedStrings(xml: string): string[] | { readonly fault: XmlFault } {
  const texts: string[] = [];
  const reader = new XmlReader(xml);
  for (;;) {
    const piece = reader.next();
    if (piece === 'end') return texts;
    if (piece === 'fault') return { fault: reader.fault };
    if (piece !== 'open' || reader.name !== 'si') continue;
    const text = readRichText(reader);
    if (text === null) return { fault: reader.fault };
    texts.push(text);
  }
}
