/** Something that goes wrong with a sign-in. Plain data. Each stays until the faults are set anew, unless `times` ends it. */
export type AuthorizationFault = AuthorizationFaultKind & { readonly times?: number };

type AuthorizationFaultKind =
  /** How the browser is sent back. */
  | { readonly kind: 'wrong state' | 'no state' | 'wrong issuer' | 'no code' }
  /** Sends the browser back with this error instead of asking. */
  | { readonly kind: 'answer with error'; readonly error: string }
  /** The consent page stays; the browser is never sent back. */
  | { readonly kind: 'never returns' }
  /** How the token endpoint answers a grant that is right. */
  | { readonly kind: 'form-encoded' | 'no token type' | 'less scope' | 'no refresh token' | 'no scope' }
  /** Says no with status 200, as GitHub does; the code is used up. */
  | { readonly kind: '200 with error'; readonly error: string }
  /** Tokens live this long. */
  | { readonly kind: 'short life'; readonly seconds: number }
  /** Answers this in place of the token endpoint; nothing is granted. */
  | {
      readonly kind: 'token answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The token endpoint grants, but never answers. */
  | { readonly kind: 'token hangs' };

export type AuthorizationFaultName = AuthorizationFault['kind'];

/** The first fault of these kinds, and the faults left once it has been met. */
export function meetFault<Kind extends AuthorizationFaultName>(
  faults: readonly AuthorizationFault[],
  kinds: readonly Kind[],
): {
  readonly fault: Extract<AuthorizationFault, { kind: Kind }> | null;
  readonly left: readonly AuthorizationFault[];
} {
  const isMet = (fault: AuthorizationFault): fault is Extract<AuthorizationFault, { kind: Kind }> =>
    kinds.some((kind) => kind === fault.kind);
  const at = faults.findIndex(isMet);
  const fault = faults[at];
  if (!fault || !isMet(fault)) return { fault: null, left: faults };
  if (fault.times === undefined) return { fault, left: faults };
  const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
  return { fault, left: [...faults.slice(0, at), ...rest, ...faults.slice(at + 1)] };
}
