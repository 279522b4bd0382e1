import type { ImportTable } from '../../core/import/import-table.ts';

/** Whether the columns' names stand on one of the lines. JSON has them apart, and so have sheets that are read together. */
export const hasHeaderLine = ({ format, readAs }: Pick<ImportTable, 'format' | 'readAs'>): boolean =>
  format !== 'json' && readAs.sheet !== 'together';
