import { z } from 'zod';
import { exportColumnKeys, exportFormats } from '../export/export-choice.ts';
import { answers, connectionId, manyOf, rowNumber } from './call.ts';

/** A selection is of the draft numbered `seq`, in the order shown; any other draft is `draft-out-of-step`. */
const exportedList = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['draft', 'remote', 'changes']) }),
  z.object({ kind: z.literal('selection'), seq: z.int(), rows: manyOf(rowNumber) }),
]);

export type ExportOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly readers: number; readonly bytes: number }
  /** No file was chosen. */
  | { readonly kind: 'cancelled' }
  /** While the file was being made. */
  | { readonly kind: 'given up' };

export const readerCalls = {
  /** Asks where to, and writes the list. `columns` are for CSV and XLSX; JSON has all there is. */
  export: answers<ExportOutcome>()(
    z.object({
      connectionId,
      list: exportedList,
      format: z.enum(exportFormats),
      columns: z.array(z.enum(exportColumnKeys)).min(1).max(100),
    }),
  ),
  /** Gives up the export that was begun last and is still being made: no file is touched. */
  cancelExport: answers<void>()(z.object({ connectionId })),
};
