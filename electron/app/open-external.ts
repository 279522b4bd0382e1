import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { isAllowedLink } from './external-link.ts';

/** Opens a link in the person's own browser where the link is allowed. */
export type OpenExternal = (link: string) => Promise<Result<void, AppError>>;

/** `open` hands a link to the system, as Electron's `shell.openExternal` does, and rejects where that fails. */
export function createOpenExternal(open: (link: string) => Promise<void>): OpenExternal {
  return async (link) => {
    if (!isAllowedLink(link)) {
      return fail({
        code: 'blocked',
        message: 'Reader Desk opens only pages of camio.com.',
        next: 'Copy the address into your browser if you trust it.',
      });
    }
    try {
      await open(new URL(link).href);
      return ok(undefined);
    } catch (error) {
      return fail({
        code: 'not-found',
        message: 'This computer has no browser that opens the link.',
        next: `Open ${new URL(link).href} in a browser yourself.`,
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };
}
