import { columnLetters } from '../workbook/cell-reference.ts';
import { type ZipPart, type ZipStyle, zipFile } from './zip-file.ts';

/** How a program writes the texts of cells. */
export type TextStyle = 'inline' | 'shared' | 'formula' | 'rich' | 'phonetic' | 'CDATA' | 'numbers';

/** The odd ways that are valid all the same. Without any it is much like Excel's own. */
export interface WorkbookStyle {
  readonly zip?: ZipStyle;
  readonly texts?: TextStyle;
  readonly hasBackslashes?: boolean;
  /** Parts by other names, which only their references tell. */
  readonly hasOtherNames?: boolean;
  readonly isStrict?: boolean;
  readonly prefix?: string;
  readonly hasReferences?: boolean;
  /** Rows, and the cells of each, from the last to the first. */
  readonly isReversed?: boolean;
  readonly isPretty?: boolean;
  readonly encoding?: 'utf-8' | 'utf-8 with mark' | 'utf-16le';
  readonly hasMissingStyle?: boolean;
  readonly hasCharacterNumbers?: boolean;
}

export interface SheetToWrite {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Instead of rows: what stands between the tags of the sheet. */
  readonly xml?: string;
}

const relations = {
  usual: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const mains = {
  usual: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
};

/** A workbook of these sheets, whose cells are all texts, written in a known way. */
export function workbookFile(sheets: readonly SheetToWrite[], style: WorkbookStyle = {}): Buffer {
  return zipFile(workbookParts(sheets, style), style.zip);
}

export function workbookParts(sheets: readonly SheetToWrite[], style: WorkbookStyle = {}): ZipPart[] {
  const edition = style.isStrict ? 'strict' : 'usual';
  const [book, shared, styles] = style.hasOtherNames
    ? ['data/Book.xml', 'data/Texts/all.xml', 'data/looks.xml']
    : ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'];
  const folder = book.slice(0, book.indexOf('/'));
  const sheetPart = (at: number) => (style.hasOtherNames ? `data/s/tab ${at}.xml` : `xl/worksheets/sheet${at + 1}.xml`);
  const texts: string[] = [];
  const sheetParts = sheets.map(({ xml, rows }, at) =>
    part(sheetPart(at), 'worksheet', xml ?? sheetData(rows, texts, style)),
  );
  const list = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${at + 1}"/>`,
    )
    .join('');
  const target = (name: string) => escaped(name.slice(folder.length + 1));
  const parts = [
    rels('_rels/.rels', [['r', 'officeDocument', `/${book}`]]),
    part(book, 'workbook', `<sheets>${list}</sheets>`),
    rels(`${folder}/_rels/${book.slice(folder.length + 1)}.rels`, [
      ...sheets.map((_, at): Reference => [`rId${at + 1}`, 'worksheet', target(sheetPart(at))]),
      ['rIdT', 'sharedStrings', `/${escaped(shared)}`],
      ['rIdS', 'styles', target(styles)],
    ]),
    ...sheetParts,
    part(shared, 'sst', texts.map((text) => `<si>${text}</si>`).join('')),
    part(styles, 'styleSheet', '<cellXfs><xf numFmtId="0"/></cellXfs>'),
  ];
  return parts.map(({ name, data }) => ({ name: style.hasBackslashes ? name.replaceAll('/', '\\') : name, data }));

  function part(name: string, root: string, inner: string): ZipPart {
    const { prefix } = style;
    const isFirst = prefix === undefined;
    const open = `<${root} xmlns${isFirst ? '' : `:${prefix}`}="${mains[edition]}" xmlns:r="${relations[edition]}">`;
    const plain = `<${root}>${inner}</${root}>`.replace(`<${root}>`, open);
    const named = isFirst ? plain : plain.replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`);
    return { name, data: encoded(style.isPretty && style.texts !== 'CDATA' ? named.replace(/></g, '>\n  <') : named) };
  }

  function rels(name: string, references: readonly Reference[]): ZipPart {
    const inner = references.map(
      ([id, type, to]) => `<Relationship Id="${id}" Type="${relations[edition]}/${type}" Target="${to}"/>`,
    );
    return { name, data: encoded(`<Relationships>${inner.join('')}</Relationships>`) };
  }

  function encoded(xml: string): Buffer {
    const { encoding = 'utf-8' } = style;
    if (encoding === 'utf-16le') return Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le');
    return Buffer.from(`${encoding === 'utf-8' ? '' : '\ufeff'}<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  }
}

type Reference = readonly [id: string, type: string, target: string];

function sheetData(rows: readonly (readonly string[])[], texts: string[], style: WorkbookStyle): string {
  const { hasReferences = true, isReversed = false } = style;
  const written = rows.map((cells, row) => {
    const list = cells.map((text, column) => {
      const at = hasReferences ? ` r="${columnLetters(column + 1)}${row + 1}"` : '';
      return text === '' ? (hasReferences ? '' : '<c/>') : cell(text, at, texts, style);
    });
    if (isReversed && hasReferences) list.reverse();
    return `<row${hasReferences ? ` r="${row + 1}"` : ''}>${list.join('')}</row>`;
  });
  if (isReversed && hasReferences) written.reverse();
  return `<sheetData>${written.join('')}</sheetData>`;
}

function cell(text: string, at: string, texts: string[], style: WorkbookStyle): string {
  const attributes = `${at}${style.hasMissingStyle ? ' s="7"' : ''}`;
  const plain = style.hasCharacterNumbers ? numbered(text) : escaped(text);
  const half = Math.floor(text.length / 2);
  const runs = `<r><t>${escaped(text.slice(0, half))}</t></r><r><rPr><b/></rPr><t>${escaped(text.slice(half))}</t></r>`;
  const shared = (inner: string) => `<c${attributes} t="s"><v>${texts.push(inner) - 1}</v></c>`;
  switch (style.texts ?? 'inline') {
    case 'shared':
      return shared(`<t>${plain}</t>`);
    case 'formula':
      return `<c${attributes} t="str"><f>A1&amp;""</f><v>${plain}</v></c>`;
    case 'rich':
      return half > 0 && isPaired(text, half) ? shared(runs) : shared(`<t>${plain}</t>`);
    case 'phonetic':
      return shared(`<t>${plain}</t><rPh sb="0" eb="1"><t>ヤマ</t></rPh><phoneticPr fontId="1"/>`);
    case 'CDATA':
      return `<c${attributes} t="inlineStr"><is><t><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></t></is></c>`;
    case 'numbers':
      return /^[1-9]\d{0,30}$/.test(text) ? `<c${attributes}><v>${text}</v></c>` : inline(attributes, plain);
    default:
      return inline(attributes, plain);
  }
}

const inline = (attributes: string, text: string): string =>
  `<c${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;

/** Whether a text can be cut there without cutting a character in two. */
const isPaired = (text: string, at: number): boolean => !/[\ud800-\udbff]$/.test(text.slice(0, at));

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}

const numbered = (text: string): string =>
  Array.from(text, (character) => `&#x${character.codePointAt(0)?.toString(16)};`).join('');
