import type { PlannedReader } from './camera.ts';
import type { WorksheetLine } from './worksheet.ts';

/** A worksheet as a table for spreadsheets: one row for each reader of each camera. `width` in characters. */
export interface WorksheetTable {
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

const columns = [
  { title: 'Camera', width: 36 },
  { title: 'Site', width: 20 },
  { title: 'Camera ID', width: 20 },
  { title: 'To do', width: 12 },
  { title: 'Reader', width: 48 },
  { title: 'Reader ID', width: 24 },
  { title: 'Done', width: 8 },
];

/** In the worksheet's order. A camera that is to have no reader and has none to clear gets one row without a reader. */
export function worksheetTable(lines: readonly WorksheetLine[]): WorksheetTable {
  const rows: string[][] = [];
  for (const { camera, readers, clear, isDone } of lines) {
    const add = (toDo: string, reader: PlannedReader) => {
      rows.push([camera.name, camera.site, camera.id, toDo, reader.name, reader.id, isDone ? 'yes' : 'no']);
    };
    for (const { reader, mark } of readers) add(mark === 'new' ? 'choose' : 'keep', reader);
    for (const reader of clear) add('clear', reader);
    if (readers.length + clear.length === 0) add('', { id: '', name: '' });
  }
  return { columns, rows };
}
