import type { Diagnostics } from '../diagnostics/diagnostics.ts';
import { answers, nothing } from './call.ts';

export const diagnosticsCalls = {
  /** Checks this computer and every connection; changes nothing in Camio. */
  run: answers<Diagnostics>()(nothing),
  /** Puts what was found last, as text without names and tokens, on the clipboard. Runs the checks if none were. */
  copyReport: answers<void>()(nothing),
  /** Shows the folder of the log in the system's file manager. */
  openLogFolder: answers<void>()(nothing),
};
