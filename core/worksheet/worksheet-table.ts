import { otherNameInCamio } from './listed-readers.ts';
import type { WorksheetLine, WorksheetReader } from './worksheet-line.ts';

/** A worksheet as a table for spreadsheets: one row for each reader of each camera. `width` in characters. */
export interface WorksheetTable {
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

const toDo = { new: 'choose', kept: 'keep', waiting: 'push first' } as const satisfies Record<
  WorksheetReader['mark'],
  string
>;

const columns = [
  { title: 'Camera', width: 36 },
  { title: 'Site', width: 20 },
  { title: 'Camera ID', width: 20 },
  { title: 'To do', width: 12 },
  { title: 'Reader', width: 48 },
  { title: 'Reader ID', width: 24 },
  { title: 'Name in Camio until the next push', width: 36 },
  { title: 'Done', width: 8 },
];

/** In the worksheet's order. A camera that is to have no reader and has none to clear gets one row without a reader. */
export function worksheetTable(lines: readonly WorksheetLine[]): WorksheetTable {
  const rows: string[][] = [];
  for (const { camera, readers, clear, isDone } of lines) {
    const add = (...reader: readonly string[]) => {
      rows.push([camera.name, camera.site, camera.id, ...reader, isDone ? 'yes' : 'no']);
    };
    for (const { reader, mark } of readers) add(toDo[mark], reader.name, reader.id, otherNameInCamio(reader) ?? '');
    for (const { id, name } of clear) add('clear', name, id, '');
    if (readers.length + clear.length === 0) add('', '', '', '');
  }
  return { columns, rows };
}
