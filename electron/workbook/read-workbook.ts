import type { ImportRefusal, WorkbookRefusal } from '../../core/import/import-refusal.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CellContext } from './cell-value.ts';
import { kindOfPackage } from './kind-of-package.ts';
import { readSheet, type SheetRows } from './read-sheet.ts';
import { ReadingBudget } from './reading-budget.ts';
import { folderOf, type Relationship, readRelationships, relationshipsOf } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { type XmlFault, XmlReader } from './xml-reader.ts';
import { ZipParts } from './zip-parts.ts';

export interface WorkbookSheet {
  readonly name: string;
  /** Hidden in the workbook, by a person or a program. */
  readonly isHidden: boolean;
  /** Its rows, or why this sheet cannot be read. The others can. */
  readonly content: Result<SheetRows, WorkbookRefusal>;
}

/**
 * The worksheets of an XLSX file in their order, as every program writes it (ECMA-376). Charts and other sheets without
 * cells are left out. Memory is bounded: what unpacks to too much, or has too many cells, is refused.
 */
export async function readWorkbook(bytes: Buffer): Promise<Result<readonly WorkbookSheet[], ImportRefusal>> {
  const opened = await ZipParts.open(bytes);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const foreign = kindOfPackage(parts.names);
  if (foreign) return fail({ code: 'other program', program: foreign });

  const main = await findWorkbook(parts);
  if (!main.ok) return main;
  const part = main.value;
  if (part.endsWith('.bin')) return fail({ code: 'other program', program: 'binary Excel' });
  const relations = await readRels(parts, part);
  if (!relations.ok) return relations;
  const outline = await readPart(parts, part, readOutline);
  if (!outline.ok) return outline;
  const context = await readContext(parts, part, relations.value, outline.value.epoch);
  if (!context.ok) return context;

  const budget = new ReadingBudget();
  const sheets: WorkbookSheet[] = [];
  for (const { name, isHidden, id } of outline.value.sheets) {
    const relation = relations.value.find((each) => each.id === id);
    // A chart, a dialog or a macro sheet; one without its part is said to be damaged.
    if (relation && relation.type !== 'worksheet') continue;
    const sheetPart = relation?.part ?? `${folderOf(part)}/worksheets/sheet${sheets.length + 1}.xml`;
    const xml = await parts.text(sheetPart);
    const content = xml.ok ? readSheet({ name, part: sheetPart, xml: xml.value }, context.value, budget) : xml;
    sheets.push({ name, isHidden, content });
  }
  return ok(sheets);
}

/** Usually xl/workbook.xml, and always what the references of the file say. */
async function findWorkbook(parts: ZipParts): Promise<Result<string, WorkbookRefusal>> {
  const usual = 'xl/workbook.xml';
  const relations = await readRels(parts, '');
  if (!relations.ok) return parts.has(usual) ? ok(usual) : relations;
  const main = relations.value.find(({ type }) => type === 'officeDocument')?.part;
  if (main !== undefined && parts.has(main)) return ok(main);
  return parts.has(usual) ? ok(usual) : fail({ code: 'damaged workbook', what: 'no workbook', part: null });
}

/** The references of a part; none where it has no such list. */
async function readRels(parts: ZipParts, part: string): Promise<Result<Relationship[], WorkbookRefusal>> {
  const list = relationshipsOf(part);
  if (!parts.has(list)) return ok([]);
  return readPart(parts, list, (xml) => readRelationships(xml, folderOf(part)));
}

async function readContext(
  parts: ZipParts,
  workbook: string,
  relations: readonly Relationship[],
  epoch: CellContext['epoch'],
): Promise<Result<CellContext, WorkbookRefusal>> {
  const partOf = (type: string, usual: string): string | null => {
    const named = relations.find((each) => each.type === type)?.part;
    return [named, `${folderOf(workbook)}/${usual}`].find((each) => each !== undefined && parts.has(each)) ?? null;
  };
  const texts = await readOptional(parts, partOf('sharedStrings', 'sharedStrings.xml'), readSharedStrings);
  if (!texts.ok) return texts;
  const formats = await readOptional(parts, partOf('styles', 'styles.xml'), readStyles);
  return formats.ok ? ok({ texts: texts.value, formats: formats.value, epoch }) : formats;
}

type PartReader<T> = (xml: string) => T | { readonly fault: XmlFault };

async function readOptional<T>(
  parts: ZipParts,
  part: string | null,
  read: PartReader<T[]>,
): Promise<Result<T[], WorkbookRefusal>> {
  return part === null ? ok([]) : readPart(parts, part, read);
}

async function readPart<T extends object>(
  parts: ZipParts,
  part: string,
  read: PartReader<T>,
): Promise<Result<T, WorkbookRefusal>> {
  const xml = await parts.text(part);
  if (!xml.ok) return xml;
  const value = read(xml.value);
  return 'fault' in value ? fail({ code: 'damaged workbook', what: value.fault, part }) : ok(value);
}

interface Outline {
  readonly epoch: CellContext['epoch'];
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly id: string }[];
}

/** What a workbook part says of its sheets (ECMA-376 part 1, 18.2). */
function readOutline(xml: string): Outline | { readonly fault: XmlFault } {
  let epoch: CellContext['epoch'] = 1900;
  const sheets: Outline['sheets'][number][] = [];
  const reader = new XmlReader(xml);
  for (;;) {
    const piece = reader.next();
    if (piece === 'fault') return { fault: reader.fault };
    if (piece === 'end') return { epoch, sheets };
    if (piece !== 'open') continue;
    if (reader.name === 'workbookPr' && /^(1|true|on)$/.test(reader.attribute('date1904') ?? '')) epoch = 1904;
    if (reader.name !== 'sheet') continue;
    const state = reader.attribute('state') ?? 'visible';
    sheets.push({
      name: reader.attribute('name') ?? `Sheet ${sheets.length + 1}`,
      isHidden: state !== 'visible',
      id: reader.attribute('id') ?? '',
    });
  }
}
