import type { TableLine } from './import-table.ts';

/** Why a line of the file is no reader. */
export const leftOutReasons = [
  'above header',
  'second header',
  'repeated header',
  'rule',
  'total',
  'footer',
  'heading',
  'other table',
  'markers',
  'no labels',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** A line that is not taken for a row. The person may take it in. */
export interface LeftOutLine extends TableLine {
  readonly reason: LeftOutReason;
}
