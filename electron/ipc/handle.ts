import type { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import { type AllHandlers, calls } from '../../core/ipc/contract.ts';
import { callChannel, callNames } from '../../core/ipc/names.ts';
import type { Result } from '../../core/result.ts';
import type { Log } from '../app/log.ts';
import type { Caller } from './trusted-sender.ts';

/** What is used of Electron's `ipcMain`. */
interface IpcMainPort {
  handle(channel: string, listener: (event: Caller, input: unknown) => Promise<unknown>): void;
}

/** Any handler of the contract, whichever input it takes. */
type Handler = (input: never) => Promise<Result<unknown, AppError>>;

/**
 * Puts the handlers on their channels. A call is turned down by rejecting, with the channel's name and nothing of its
 * input: first where `trusts` does not know the caller, then where the input does not pass the contract's schema.
 */
export function handleCalls(
  ipcMain: IpcMainPort,
  handlers: AllHandlers,
  { trusts, log }: { trusts: (caller: Caller) => boolean; log: Log },
): void {
  const schemas: Record<string, Record<string, { readonly input: z.ZodType }>> = calls;
  const byName: Record<string, Record<string, Handler>> = handlers;
  for (const [noun, names] of Object.entries(callNames)) {
    for (const name of names) {
      const channel = callChannel(noun, name);
      const schema = schemas[noun]?.[name]?.input;
      const handler = byName[noun]?.[name];
      if (!schema || !handler) throw new Error(`The call ${channel} is not complete.`);
      // Not awaited before the check: the caller's frame is gone as soon as its page is.
      ipcMain.handle(channel, async (event, input) => {
        if (!trusts(event)) throw new Error(`${channel} was called from a page that may not call it.`);
        const checked = schema.safeParse(input);
        if (!checked.success) throw new Error(`${channel} was called with an input of the wrong shape.`);
        return answer(handler, checked.data, channel, log);
      });
    }
  }
}

async function answer(handler: Handler, input: unknown, channel: string, log: Log): Promise<Result<unknown, AppError>> {
  try {
    // The schema has just proved the input; the types of a schema and its handler cannot be joined inside a loop.
    return await handler(input as never);
  } catch (error) {
    log(`${channel} failed unexpectedly.`, error);
    throw new Error(`Reader Desk made a mistake in ${channel}. What is saved stays saved; try again.`);
  }
}
