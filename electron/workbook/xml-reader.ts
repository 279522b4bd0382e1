/** Why a text is not XML that is read here. */
export type XmlFault = 'not well-formed' | 'document type' | 'too deep';

/** Deeper than any workbook: its cells are at seven. */
const deepest = 128;

const bang = 0x21;
const doubleQuote = 0x22;
const ampersand = 0x26;
const singleQuote = 0x27;
const slash = 0x2f;
const colon = 0x3a;
const equals = 0x3d;
const greater = 0x3e;
const question = 0x3f;

/**
 * Reads a text of XML piece by piece: `next()` moves on, and the fields describe the piece it moved to. Names have no
 * namespace prefix. Entities are the five of XML and numbers; a document type, which could define more, is a fault.
 * Three times as quick as the parsers we tried, which is why it is our own (decision 0014).
 */
export class XmlReader {
  /** Of an `open` or a `close`. */
  name = '';
  /** Of a `text`, with its entities resolved. */
  text = '';
  /** Of a `fault`. */
  fault: XmlFault = 'not well-formed';

  private at: number;
  /** The elements that are open: as they are written, and without a prefix. */
  private readonly opened: string[] = [];
  private readonly openedNames: string[] = [];
  private isSelfClosing = false;
  private hadRoot = false;
  /** Where each attribute of the element begins and ends: its name, then its value. */
  private readonly spans: number[] = [];
  private attributes = 0;

  constructor(private readonly xml: string) {
    this.at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The kind of the next piece. An element without contents is an `open` and a `close`. */
  next(): 'open' | 'close' | 'text' | 'end' | 'fault' {
    if (this.isSelfClosing) {
      this.isSelfClosing = false;
      this.opened.pop();
      this.openedNames.pop();
      return 'close';
    }
    for (;;) {
      const from = this.at;
      const tag = this.xml.indexOf('<', from);
      if (tag < 0) return this.end();
      this.at = tag;
      if (tag > from && this.opened.length > 0) return this.readText(from, tag);
      const after = this.xml.charCodeAt(tag + 1);
      if (after === slash) return this.readClose(tag);
      if (after !== bang && after !== question) return this.readOpen(tag);
      const skipped = after === question ? this.skipTo('?>', tag + 2) : this.readMarkup(tag);
      if (skipped !== null) return skipped;
    }
  }

  /** The value of an attribute of the element that `open` moved to, or null. */
  attribute(name: string): string | null {
    for (let place = 0; place < this.attributes; place += 4) {
      const start = this.spans[place] ?? 0;
      const end = this.spans[place + 1] ?? 0;
      const nameAt = end - name.length;
      if (nameAt < start || this.xml.charCodeAt(nameAt) !== name.charCodeAt(0)) continue;
      if (nameAt > start && this.xml.charCodeAt(nameAt - 1) !== colon) continue;
      if (name.length > 1 && !this.xml.startsWith(name, nameAt)) continue;
      return this.decoded(this.xml.slice(this.spans[place + 2], this.spans[place + 3])) ?? '';
    }
    return null;
  }

  private end(): 'end' | 'fault' {
    return this.hadRoot && this.opened.length === 0 ? 'end' : this.fail('not well-formed');
  }

  private fail(fault: XmlFault): 'fault' {
    this.fault = fault;
    return 'fault';
  }

  private readText(from: number, to: number): 'text' | 'fault' {
    const text = this.decoded(this.xml.slice(from, to));
    if (text === null) return this.fail('not well-formed');
    this.text = text;
    return 'text';
  }

  private readClose(tag: number): 'close' | 'fault' {
    const { xml } = this;
    const name = this.opened.pop();
    if (name === undefined || !xml.startsWith(name, tag + 2)) return this.fail('not well-formed');
    let at = tag + 2 + name.length;
    while (isSpace(xml.charCodeAt(at))) at += 1;
    if (xml.charCodeAt(at) !== greater) return this.fail('not well-formed');
    this.name = this.openedNames.pop() ?? name;
    this.at = at + 1;
    return 'close';
  }

  private readOpen(tag: number): 'open' | 'fault' {
    const { xml } = this;
    let at = tag + 1;
    let localAt = at;
    for (let code = xml.charCodeAt(at); !endsName(code); code = xml.charCodeAt(at)) {
      at += 1;
      if (code === colon) localAt = at;
    }
    if (at === tag + 1 || at >= xml.length) return this.fail('not well-formed');
    const name = xml.slice(tag + 1, at);
    const end = this.readAttributes(at);
    if (end < 0) return this.fail('not well-formed');
    if (this.opened.length >= deepest) return this.fail('too deep');
    this.opened.push(name);
    this.hadRoot = true;
    this.isSelfClosing = xml.charCodeAt(end - 1) === slash;
    this.name = localAt === tag + 1 ? name : xml.slice(localAt, at);
    this.openedNames.push(this.name);
    this.at = end + 1;
    return 'open';
  }

  /** Where the tag ends, whose attributes begin at `from`; -1 where it is not well-formed. */
  private readAttributes(from: number): number {
    const { xml, spans } = this;
    this.attributes = 0;
    let at = from;
    for (;;) {
      let code = xml.charCodeAt(at);
      while (isSpace(code)) code = xml.charCodeAt(++at);
      if (code === greater) return at;
      if (code === slash) return xml.charCodeAt(at + 1) === greater ? at + 1 : -1;
      const nameAt = at;
      while (!endsName(code) && code !== equals) code = xml.charCodeAt(++at);
      const nameEnd = at;
      while (isSpace(code)) code = xml.charCodeAt(++at);
      if (code !== equals || nameEnd === nameAt) return -1;
      code = xml.charCodeAt(++at);
      while (isSpace(code)) code = xml.charCodeAt(++at);
      if (code !== doubleQuote && code !== singleQuote) return -1;
      const end = xml.indexOf(code === doubleQuote ? '"' : "'", at + 1);
      if (end < 0) return -1;
      spans[this.attributes] = nameAt;
      spans[this.attributes + 1] = nameEnd;
      spans[this.attributes + 2] = at + 1;
      spans[this.attributes + 3] = end;
      this.attributes += 4;
      at = end + 1;
    }
  }

  /** A comment, which is skipped, a CDATA section, or a document type. */
  private readMarkup(tag: number): 'text' | 'fault' | null {
    if (this.xml.startsWith('<!--', tag)) return this.skipTo('-->', tag + 4);
    if (!this.xml.startsWith('<![CDATA[', tag) || this.opened.length === 0) return this.fail('document type');
    const end = this.xml.indexOf(']]>', tag);
    if (end < 0) return this.fail('not well-formed');
    this.text = this.xml.slice(tag + 9, end);
    this.at = end + 3;
    return 'text';
  }

  private skipTo(end: string, from: number): 'fault' | null {
    const at = this.xml.indexOf(end, from);
    if (at < 0) return this.fail('not well-formed');
    this.at = at + end.length;
    return null;
  }

  /** A text as it is meant; null where an entity of it is none that XML knows by itself. */
  private decoded(raw: string): string | null {
    if (isPlain(raw)) return raw;
    const text = raw.replace(/\r\n?/g, '\n');
    let isSound = true;
    const decoded = text.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
      const character = end === '' ? null : entity(name);
      if (character === null) isSound = false;
      return character ?? '';
    });
    return isSound ? decoded : null;
  }
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Programs write numbers that XML forbids, such as control characters or the halves of a pair: they mean them. */
function entity(name: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return named.get(name) ?? null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Whether a text has neither entities nor line ends to be told apart from what they mean. Most are a few characters. */
function isPlain(text: string): boolean {
  if (text.length > 64) return !text.includes('&') && !text.includes('\r');
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === ampersand || code === 0x0d) return false;
  }
  return true;
}

/** A space, tab, LF or CR. */
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Also the end of the text, whose code is NaN. */
const endsName = (code: number): boolean => !(code > 0x20 && code !== greater && code !== slash);
