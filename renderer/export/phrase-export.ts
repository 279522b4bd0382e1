import type { ExportColumnKey, ExportFormat, ExportList } from '../../core/export/export-choice.ts';
import { counted } from '../../core/text/amounts.ts';
import { chosenColumns, type ExportChoice, hasColumns } from './export-choice.ts';

export const listNames: Readonly<Record<ExportList, string>> = {
  draft: 'The draft',
  remote: 'Camio’s list',
  selection: 'The selection',
  changes: 'The changes',
};

/** What a list has: how many readers, or why it has none. */
export function phraseSize(list: ExportList, size: number | null): string {
  if (size !== null && size > 0) {
    return list === 'changes' ? counted(size, 'change') : counted(size, 'reader');
  }
  switch (list) {
    case 'draft':
      return 'no readers';
    case 'remote':
      return size === null ? 'never read' : 'no readers';
    case 'selection':
      return 'nothing selected';
    case 'changes':
      return 'no changes';
  }
}

interface FormatText {
  readonly name: string;
  /** What it is good for. */
  readonly help: string;
}

export const formatTexts: Readonly<Record<ExportFormat, FormatText>> = {
  csv: { name: 'CSV, comma', help: 'Opens in Excel where commas part the cells, as in the US and the UK.' },
  'csv semicolon': {
    name: 'CSV, semicolon',
    help: 'Opens in Excel where semicolons part the cells, as in most of Europe.',
  },
  xlsx: { name: 'Excel workbook (XLSX)', help: 'Every cell is text, so IDs keep their zeros.' },
  json: { name: 'JSON with details', help: 'Has every field, the connection and the time.' },
  'camio json': { name: 'JSON for Camio', help: 'Exactly what a push would send, indented.' },
};

export const columnNames: Readonly<Record<ExportColumnKey, string>> = {
  change: 'Change',
  id: 'ID',
  name: 'Name',
  'name in Camio': 'Name in Camio',
  'other fields': 'Other fields',
};

/** What the person should know before exporting this way; null where there is nothing to say. */
export function phraseCaution(choice: ExportChoice, size: number): string | null {
  if (hasColumns(choice)) {
    return chosenColumns(choice).includes('id') ? null : 'Without the ID, this file cannot be imported again.';
  }
  if (choice.format !== 'camio json' || choice.list !== 'selection') return null;
  return `Posted to Camio, this would replace the whole list with ${size === 1 ? 'this 1 reader' : `these ${counted(size, 'reader')}`}.`;
}
