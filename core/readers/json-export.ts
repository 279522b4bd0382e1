import { prettyDeviceList } from '../camio/device-list.ts';
import type { Dialect } from '../camio/dialect.ts';
import type { Reader } from './reader.ts';

/**
 * Readers as JSON: exactly the data of the body that would be posted to Camio, indented for reading. It can be posted as
 * it is, and `parseDeviceList` gives back the same readers for every text.
 */
export function formatReadersJson(readers: readonly Reader[], dialect: Pick<Dialect, 'listKey'>): string {
  return `${prettyDeviceList(readers, dialect)}\n`;
}
