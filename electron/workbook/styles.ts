import { builtInFormat, general, type NumberFormat, parseFormat } from './number-format.ts';
import { type XmlFault, XmlReader } from './xml-reader.ts';

/** The number formats of a styles part, one for each of its cell styles, in their order. */
export function readStyles(xml: string): NumberFormat[] | { readonly fault: XmlFault } {
  const codes = new Map<number, NumberFormat>();
  const ids: number[] = [];
  const reader = new XmlReader(xml);
  let isInCellStyles = false;
  for (;;) {
    const piece = reader.next();
    if (piece === 'fault') return { fault: reader.fault };
    if (piece === 'end') return ids.map((id) => codes.get(id) ?? builtInFormat(id));
    if (piece === 'text') continue;
    if (reader.name === 'cellXfs') isInCellStyles = piece === 'open';
    if (piece === 'close') continue;
    if (reader.name === 'numFmt') {
      codes.set(Number(reader.attribute('numFmtId')), parseFormat(reader.attribute('formatCode') ?? ''));
    }
    if (reader.name === 'xf' && isInCellStyles) ids.push(Number(reader.attribute('numFmtId') ?? 0));
  }
}

/** The format of a style that a cell names. Some programs name styles that are not there. */
export const formatOf = (formats: readonly NumberFormat[], style: string | null): NumberFormat =>
  style === null ? general : (formats[Number(style)] ?? general);
