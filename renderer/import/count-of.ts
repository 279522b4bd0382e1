import type { ImportTarget } from '../../core/import/import-table.ts';
import { counted } from '../../core/text/amounts.ts';

const words = {
  readers: { one: 'reader', many: 'readers' },
  cameras: { one: 'camera', many: 'cameras' },
} as const satisfies Record<ImportTarget, unknown>;

/** `1 reader`, `1,204 cameras`. */
export const countOf = (target: ImportTarget, amount: number): string =>
  counted(amount, words[target].one, words[target].many);
