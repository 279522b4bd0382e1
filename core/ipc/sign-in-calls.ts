import { z } from 'zod';
import type { SignInState } from '../sign-in/sign-in-state.ts';
import { answers, connectionId } from './call.ts';

/** The window names a connection, never an address: main makes the link, opens it and puts it on the clipboard. */
export const signInCalls = {
  /** Begins to sign in; its states arrive as `signInState`. One that is under way for the connection is cancelled first. */
  start: answers<SignInState>()(z.object({ connectionId })),
  cancel: answers<void>()(z.object({ connectionId })),
  openAgain: answers<void>()(z.object({ connectionId })),
  copyLink: answers<void>()(z.object({ connectionId })),
};
