import { z } from 'zod';
import { reportFormats } from '../sweep/sweep.ts';
import { answers, connectionId } from './call.ts';
import type { FileOutcome } from './file-outcome.ts';
import { sweepId } from './sweep-calls.ts';

export const commissioningCalls = {
  /** What the person saw; null takes it back. */
  signOff: answers<void>()(
    z.object({
      connectionId,
      sweepId,
      readerIds: z.array(z.string()).min(1),
      signOff: z.object({ seen: z.boolean(), note: z.string() }).nullable(),
    }),
  ),
  exportReport: answers<FileOutcome>()(
    z.object({ connectionId, sweepId, format: z.enum(reportFormats), site: z.string(), person: z.string() }),
  ),
  /** Puts the label of a reader's event on the clipboard. */
  copyLabel: answers<void>()(z.object({ label: z.string().min(1).max(200) })),
};
