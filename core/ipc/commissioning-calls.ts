import { z } from 'zod';
import { reportFormats } from '../sweep/sweep.ts';
import { answers, connectionId, manyOf, readerText, typed } from './call.ts';
import type { FileOutcome } from './file-outcome.ts';
import { sweepId } from './sweep-calls.ts';

export const commissioningCalls = {
  /** What the person saw; null takes it back. */
  signOff: answers<void>()(
    z.object({
      connectionId,
      sweepId,
      readerIds: manyOf(readerText).min(1),
      signOff: z.object({ seen: z.boolean(), note: typed }).nullable(),
    }),
  ),
  exportReport: answers<FileOutcome>()(
    z.object({ connectionId, sweepId, format: z.enum(reportFormats), site: typed, person: typed }),
  ),
  /** Puts the label of a reader's event on the clipboard. */
  copyLabel: answers<void>()(z.object({ label: z.string().min(1).max(200) })),
};
