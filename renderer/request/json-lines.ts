/**
 * A JSON text cut into the lines of its indented form without being parsed: what is shown is the text itself, with only
 * white space added, and a body of 100,000 readers costs one scan and one number a line.
 */
export class JsonLines {
  private readonly starts: Uint32Array;
  private readonly depths: Uint16Array;
  readonly length: number;

  constructor(readonly text: string) {
    const lines = scan(text);
    this.starts = Uint32Array.from(lines.starts);
    this.depths = Uint16Array.from(lines.depths);
    this.length = this.starts.length;
  }

  /** One line, indented by two spaces a level; '' beyond the end. */
  at(line: number): string {
    const start = this.starts[line];
    if (start === undefined) return '';
    const content = this.text.slice(start, this.starts[line + 1] ?? this.text.length).trim();
    return '  '.repeat(this.depths[line] ?? 0) + spaceAfterKey(content);
  }

  /** The whole text in its indented form; for short texts. */
  toString(): string {
    return Array.from({ length: this.length }, (_, line) => this.at(line)).join('\n');
  }
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

function scan(text: string): { readonly starts: readonly number[]; readonly depths: readonly number[] } {
  const starts = [0];
  const depths = [0];
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    switch (text.charCodeAt(offset)) {
      case quote:
        offset = endOfString(text, offset);
        break;
      case comma:
        starts.push(offset + 1);
        depths.push(depth);
        break;
      case openBracket:
      case openBrace: {
        const next = firstInk(text, offset + 1);
        if (isCloser(text.charCodeAt(next))) {
          offset = next; // an empty list or object stays on its line
        } else {
          depth += 1;
          starts.push(offset + 1);
          depths.push(depth);
        }
        break;
      }
      case closeBracket:
      case closeBrace:
        depth = Math.max(0, depth - 1);
        starts.push(offset);
        depths.push(depth);
    }
  }
  return { starts, depths };
}

function isCloser(code: number): boolean {
  return code === closeBracket || code === closeBrace;
}

/** The offset of a string's closing quote, or of the text's last character where it is never closed. */
function endOfString(text: string, opening: number): number {
  let closing = text.indexOf('"', opening + 1);
  while (closing >= 0 && isEscaped(text, closing)) closing = text.indexOf('"', closing + 1);
  return closing < 0 ? text.length - 1 : closing;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}

function firstInk(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && text.charCodeAt(offset) <= 32) offset += 1;
  return offset;
}

function spaceAfterKey(line: string): string {
  if (line.charCodeAt(0) !== quote) return line;
  const colon = firstInk(line, endOfString(line, 0) + 1);
  return line[colon] === ':' ? `${line.slice(0, colon)}: ${line.slice(colon + 1).trimStart()}` : line;
}
