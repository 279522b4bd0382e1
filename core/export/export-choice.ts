/** Lists of readers that can be exported. */
export const exportLists = ['draft', 'remote', 'selection', 'changes'] as const;
export type ExportList = (typeof exportLists)[number];

/** A list in the words of an export's file name. */
export const exportListNames: Readonly<Record<ExportList, string>> = {
  draft: 'draft',
  remote: 'Camio list',
  selection: 'selection',
  changes: 'changes',
};

/** `camio json` is exactly what a push posts; `json` is our own, which says where the list is from. */
export const exportFormats = ['csv', 'csv semicolon', 'xlsx', 'json', 'camio json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Columns of an export as CSV or XLSX, in their order. `change` and `name in Camio` are for the changes alone. */
export const exportColumnKeys = ['change', 'id', 'name', 'name in Camio', 'other fields'] as const;
export type ExportColumnKey = (typeof exportColumnKeys)[number];

/** The kinds of files, as their extension and as the activity log names them. */
export type ExportFileType = 'csv' | 'xlsx' | 'json';

export function fileTypeOf(format: ExportFormat): ExportFileType {
  switch (format) {
    case 'csv':
    case 'csv semicolon':
      return 'csv';
    case 'xlsx':
      return 'xlsx';
    case 'json':
    case 'camio json':
      return 'json';
  }
}

/** The columns that say something about the readers of a list. */
export function columnsOf(list: ExportList): readonly ExportColumnKey[] {
  return list === 'changes' ? exportColumnKeys : ['id', 'name', 'other fields'];
}

/** The changes alone are not a body for Camio: posted, they would replace the whole list. */
export function formatsOf(list: ExportList): readonly ExportFormat[] {
  return list === 'changes' ? exportFormats.filter((format) => format !== 'camio json') : exportFormats;
}
