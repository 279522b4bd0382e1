import { deviceEntries, prettyDeviceList, toDeviceEntry } from '../camio/device-list.ts';
import type { Dialect } from '../camio/dialect.ts';
import { indentedPieces } from '../camio/lossless.ts';
import type { Json } from '../json.ts';
import type { Reader } from '../readers/reader.ts';
import type { ExportList } from './export-choice.ts';
import type { ExportRow } from './export-rows.ts';

/**
 * Readers as JSON: exactly the data of the body that would be posted to Camio, indented for reading. It can be posted as
 * it is, and `parseDeviceList` gives back the same readers for every text. Comes reader by reader.
 */
export function* readersJsonPieces(rows: readonly ExportRow[], dialect: Pick<Dialect, 'listKey'>): Generator<string> {
  yield* prettyDeviceList(readersOf(rows), dialect);
  yield '\n';
}

function* readersOf(rows: readonly ExportRow[]): Generator<Reader> {
  for (const { reader } of rows) yield reader;
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
 * `parseDeviceList` reads it too; changes are under `changes`, where nothing takes them for a whole list. Comes reader by
 * reader.
 */
export function* ownJsonPieces(
  rows: readonly ExportRow[],
  { list, connection, exportedAt, readAt }: ExportOrigin,
): Generator<string> {
  const origin = { version: 1, list, connection, exportedAt, readAt };
  yield* list === 'changes'
    ? indentedPieces({ kind: 'reader-desk changes', ...origin }, ['changes', changesOf(rows)])
    : indentedPieces({ kind: 'reader-desk readers', ...origin }, ['readers', deviceEntries(readersOf(rows))]);
  yield '\n';
}

function* changesOf(rows: readonly ExportRow[]): Generator<Json> {
  for (const { change, reader, nameInCamio } of rows) {
    yield { change, device_name_in_camio: nameInCamio, reader: toDeviceEntry(reader) };
  }
}
