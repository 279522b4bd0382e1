import type { AppError } from '../app-error.ts';

/** Where a sign-in stands. The window sees these and nothing else of it: no address, no code, no token. */
export type SignInState =
  | {
      readonly kind: 'waiting for the browser';
      /** false: this computer opened no browser, so the link has to be copied. */
      readonly isOpened: boolean;
      /** When it ends by itself (ISO 8601). */
      readonly until: string;
    }
  | { readonly kind: 'exchanging' }
  | { readonly kind: 'checking the account' }
  /** `email`: null where Camio did not say whose token it is. */
  | { readonly kind: 'signed in'; readonly email: string | null }
  | { readonly kind: 'denied' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed out' }
  /** An answer came, and it was no. */
  | { readonly kind: 'refused'; readonly error: AppError }
  /** No usable answer came. */
  | { readonly kind: 'unreachable'; readonly error: AppError };

export type SignInEnd = Exclude<
  SignInState,
  { kind: 'waiting for the browser' | 'exchanging' | 'checking the account' }
>;

export function isSigningIn(state: SignInState): state is Exclude<SignInState, SignInEnd> {
  return (
    state.kind === 'waiting for the browser' || state.kind === 'exchanging' || state.kind === 'checking the account'
  );
}
