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

const quote = 34;
const backslash = 92;
const comma = 44;
const openers: ReadonlySet<number> = new Set([91, 123]);
const closers: ReadonlySet<number> = new Set([93, 125]);

function scan(text: string): { readonly starts: readonly number[]; readonly depths: readonly number[] } {
  const starts = [0];
  const depths = [0];
  let depth = 0;
  const breakAt = (offset: number): void => {
    starts.push(offset);
    depths.push(depth);
  };
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === quote) {
      offset = endOfString(text, offset);
    } else if (code === comma) {
      breakAt(offset + 1);
    } else if (openers.has(code)) {
      const next = firstInk(text, offset + 1);
      if (closers.has(text.charCodeAt(next))) {
        offset = next; // an empty list or object stays on its line
      } else {
        depth += 1;
        breakAt(offset + 1);
      }
    } else if (closers.has(code)) {
      depth = Math.max(0, depth - 1);
      breakAt(offset);
    }
  }
  return { starts, depths };
}

/** The offset of a string's closing quote, or of the text's last character where it is never closed. */
function endOfString(text: string, opening: number): number {
  for (let offset = opening + 1; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === backslash) offset += 1;
    else if (code === quote) return offset;
  }
  return text.length - 1;
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
