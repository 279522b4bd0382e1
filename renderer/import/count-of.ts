import type { ImportTarget } from '../../core/import/import-table.ts';
import { formatCount } from '../../core/readers/phrase-changes.ts';

const words = {
  readers: { one: 'reader', many: 'readers' },
  cameras: { one: 'camera', many: 'cameras' },
} as const satisfies Record<ImportTarget, unknown>;

/** `1 reader`, `1,204 cameras`. */
export const countOf = (target: ImportTarget, amount: number): string =>
  amount === 1 ? `1 ${words[target].one}` : `${formatCount(amount)} ${words[target].many}`;

/** `1 row`, `1,204 rows`. */
export const countRows = (amount: number): string => (amount === 1 ? '1 row' : `${formatCount(amount)} rows`);
