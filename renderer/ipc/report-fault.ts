import type { Calls, InputOf } from '../../core/ipc/contract.ts';
import { ipc } from './ipc.ts';

type What = InputOf<Calls['app']['reportFault']>['what'];

/** As much as the contract takes. */
const longest = 20_000;

/** Puts a fault of the window's own code into the log, which main keeps. */
export function reportFault(what: What, failure: unknown, where = ''): void {
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  ipc.app.reportFault({ what, text: `${text}${where}`.slice(0, longest) }).catch(() => {
    // Main is gone, or refuses: there is nobody else to tell.
  });
}
