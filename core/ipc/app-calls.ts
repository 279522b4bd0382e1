import { z } from 'zod';
import type { AppError } from '../app-error.ts';
import type { Unsaved } from '../unsaved.ts';
import { answers, type Checked, connectionId, nothing, typed } from './call.ts';

const unsaved: Checked<Unsaved> = z.object({
  connectionId,
  of: z.enum(['draft', 'camera plan']),
  edits: z.int().positive(),
  reason: typed.nullable(),
});

/** What the window asks for on start. */
export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** The connection to open at once (`--practice`), or null. */
  readonly openConnection: string | null;
  /** What went wrong on this machine while starting, in sentences: files set aside, folders that cannot be written. */
  readonly notices: readonly AppError[];
}

export const appCalls = {
  info: answers<AppInfo>()(nothing),
  /** Only https addresses of hosts on main's list are opened. */
  openExternal: answers<void>()(z.object({ url: typed })),
  /** The person's answer to `proxyQuestion`; null where they cancelled. */
  answerProxy: answers<void>()(
    z.object({ request: z.int(), login: z.object({ username: typed, password: typed }).nullable() }),
  ),
  /** Puts a fault of the window's own code into the log. */
  reportFault: answers<void>()(
    z.object({ what: z.enum(['a page failed', 'a promise failed', 'an error']), text: z.string().max(20_000) }),
  ),
  /** The window's answer to `settle`: what it could not save. */
  settled: answers<void>()(z.object({ request: z.int(), unsaved: z.array(unsaved).max(1_000) })),
};
