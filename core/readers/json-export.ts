import { prettyDeviceList, toDeviceEntry } from '../camio/device-list.ts';
import type { Dialect } from '../camio/dialect.ts';
import { stringifyLossless } from '../camio/lossless.ts';
import type { ExportList } from './export-choice.ts';
import type { ExportRow } from './export-rows.ts';
import type { Reader } from './reader.ts';

/**
 * Readers as JSON: exactly the data of the body that would be posted to Camio, indented for reading. It can be posted as
 * it is, and `parseDeviceList` gives back the same readers for every text.
 */
export function formatReadersJson(readers: readonly Reader[], dialect: Pick<Dialect, 'listKey'>): string {
  return `${prettyDeviceList(readers, dialect)}\n`;
}

/** Where an export is from. Times are ISO 8601 in UTC; `readAt` says when Camio's list was read, null if it never was. */
export interface ExportOrigin {
  readonly list: ExportList;
  readonly connection: string;
  readonly exportedAt: string;
  readonly readAt: string | null;
}

/**
 * Readers as JSON of our own, which says where they are from. A list is under `readers` as Camio would have it, so that
 * `parseDeviceList` reads it too; changes are under `changes`, where nothing takes them for a whole list.
 */
export function formatOwnJson(
  rows: readonly ExportRow[],
  { list, connection, exportedAt, readAt }: ExportOrigin,
): string {
  const origin = { version: 1, list, connection, exportedAt, readAt };
  if (list !== 'changes') {
    const readers = rows.map(({ reader }) => toDeviceEntry(reader));
    return `${stringifyLossless({ kind: 'reader-desk readers', ...origin, readers }, 2)}\n`;
  }
  const changes = rows.map(({ change, reader, nameInCamio }) => ({
    change,
    device_name_in_camio: nameInCamio,
    reader: toDeviceEntry(reader),
  }));
  return `${stringifyLossless({ kind: 'reader-desk changes', ...origin, changes }, 2)}\n`;
}
