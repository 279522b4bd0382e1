import { z } from 'zod';
import { type WorksheetState, worksheetFormats, worksheetScopes } from '../cameras/worksheet-state.ts';
import { answers, connectionId, manyOf, readerText } from './call.ts';
import type { FileOutcome } from './file-outcome.ts';

export const worksheetCalls = {
  open: answers<WorksheetState>()(z.object({ connectionId })),
  /** Says that the rows of these cameras on Camio's settings page are as the plan has them, or takes that back. */
  tick: answers<WorksheetState>()(z.object({ connectionId, cameraIds: manyOf(readerText), isDone: z.boolean() })),
  /** Ends the round: what was ticked is what Camio holds from now on. */
  finish: answers<WorksheetState>()(z.object({ connectionId })),
  export: answers<FileOutcome>()(
    z.object({ connectionId, format: z.enum(worksheetFormats), scope: z.enum(worksheetScopes) }),
  ),
};
