import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { settleConnections } from './connection-sessions.ts';

/** Long enough for the longest edit to be saved, short enough for a person who wants to leave. */
const saveLimitMs = 4_000;

/** Main is told what could not be saved whenever it is about to close the window. */
export function settleWhenAsked({
  on,
  app,
}: {
  readonly on: Pick<ReaderDeskApi['on'], 'settle'>;
  readonly app: Pick<ReaderDeskApi['app'], 'settled'>;
}): void {
  async function answer(request: number): Promise<void> {
    const giveFocusBack = takeOverTyping();
    const unsaved = await settleConnections(saveLimitMs);
    await unwrap(app.settled({ request, unsaved }));
    giveFocusBack();
  }
  on.settle(({ request }) => void answer(request));
}

/** A cell takes its text over when the focus leaves it. Answers how to go back to a field that is still there. */
function takeOverTyping(): () => void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return () => {};
  field.blur();
  return () => {
    if (field.isConnected && document.activeElement === document.body) field.focus();
  };
}
