import { Parser } from 'htmlparser2';

/** Rows of cells as a person reads them. */
type MarkupTable = readonly (readonly string[])[];

/** Whether a text is a web page or XML, which programs save under the name of a workbook. */
export function looksLikeMarkup(text: string): boolean {
  const start = text.slice(0, 4_000).replace(/<!--.*?-->/gs, '');
  return /^\s*<(?:!doctype\s+html|\?xml|html|head|body|table|style|meta|div|(?:ss:)?workbook)\b/i.test(start);
}

/** Cells that one may span, or be placed behind: more is no table that somebody made. */
const mostSpan = 1_000;

/**
 * The tables of a text in HTML, or in the XML that Excel 2003 saves, in their order; tables without a text are left out.
 * Nothing of the page is run or loaded.
 */
export function readTables(text: string): MarkupTable[] {
  const reader = new TableReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name.replace(/^ss:/, ''), attributes),
      onclosetag: (name) => reader.close(name.replace(/^ss:/, '')),
      ontext: (said) => reader.text(said),
    },
    { recognizeSelfClosing: true },
  );
  parser.write(text);
  parser.end();
  return reader.tables.filter((rows) => rows.some((cells) => cells.some((cell) => cell !== '')));
}

class TableReader {
  readonly tables: string[][][] = [];
  /** Tables within tables, the innermost last. */
  private readonly within: string[][][] = [];
  private cell: string | null = null;
  private silent = 0;
  private span = 1;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (isSilent(name)) this.silent += 1;
    else if (name === 'table') this.openTable();
    else if (name === 'tr' || name === 'row') this.openRow();
    else if (isCell(name)) this.openCell(attributes);
    else if (name === 'br' && this.cell !== null) this.cell += '\n';
  }

  close(name: string): void {
    if (isSilent(name)) this.silent -= 1;
    else if (name === 'table') {
      this.closeCell();
      this.within.pop();
    } else if (isCell(name)) this.closeCell();
  }

  text(said: string): void {
    if (this.cell !== null && this.silent === 0) this.cell += said.replace(/\s+/g, ' ');
  }

  private openTable(): void {
    this.closeCell();
    const table: string[][] = [];
    this.tables.push(table);
    this.within.push(table);
  }

  private openRow(): void {
    this.closeCell();
    if (this.within.length === 0) this.openTable();
    this.within.at(-1)?.push([]);
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.closeCell();
    if (!this.within.at(-1)?.length) this.openRow();
    // Excel leaves empty cells out and says the place of the next.
    const place = Math.min(mostSpan, Number(attributes['ss:index'] ?? 0));
    const row = this.within.at(-1)?.at(-1);
    while (row && row.length < place - 1) row.push('');
    const across = Number(attributes.colspan ?? Number(attributes['ss:mergeacross'] ?? 0) + 1);
    this.span = Number.isInteger(across) ? Math.min(mostSpan, Math.max(1, across)) : 1;
    this.cell = '';
  }

  private closeCell(): void {
    if (this.cell === null) return;
    const said = this.cell.replace(/[^\S\n]*\n[^\S\n]*/g, '\n').trim();
    this.within
      .at(-1)
      ?.at(-1)
      ?.push(said, ...Array.from({ length: this.span - 1 }, () => ''));
    this.cell = null;
  }
}

const isCell = (name: string): boolean => name === 'td' || name === 'th' || name === 'cell';
const isSilent = (name: string): boolean => name === 'script' || name === 'style' || name === 'title';
