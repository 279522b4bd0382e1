import type { Handlers } from '../../core/ipc/contract.ts';
import { ok } from '../../core/result.ts';
import type { SignIns } from './sign-ins.ts';

/** Main's side of signing in. Only states leave it. */
export function createSignInHandlers(signIns: SignIns): Handlers<'signIn'> {
  return {
    start: ({ connectionId }) => signIns.start(connectionId),
    async cancel({ connectionId }) {
      signIns.cancel(connectionId);
      return ok(undefined);
    },
    openAgain: ({ connectionId }) => signIns.openAgain(connectionId),
    copyLink: ({ connectionId }) => signIns.copyLink(connectionId),
  };
}
