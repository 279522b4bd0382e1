import type { AppError } from '../app-error.ts';

/** Whose account a token leads to, against the one this connection is known to belong to. */
export type AccountStanding =
  | { readonly kind: 'confirmed'; readonly email: string }
  /** The server does not say, or could not be asked: whether every token may ask is not documented. */
  | { readonly kind: 'not confirmed' }
  /** Nothing is sent until a person confirms that the account has changed. */
  | { readonly kind: 'other account'; readonly was: string; readonly now: string };

/** What an answer means. `known` is null before the first answer, `answered` where the server did not say. */
export function judgeAccount(known: string | null, answered: string | null): AccountStanding {
  if (answered === null) return { kind: 'not confirmed' };
  if (known === null || sameEmail(known, answered)) return { kind: 'confirmed', email: answered };
  return { kind: 'other account', was: known, now: answered };
}

/** Capitals and spaces around an address do not make another account. */
export function sameEmail(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Why nothing is sent to another account than last time. */
export function phraseOtherAccount({ was, now }: { readonly was: string; readonly now: string }): AppError {
  return {
    code: 'confirmation-needed',
    message: `The token of this connection belongs to ${now}. Until now this connection led to ${was}. Nothing was sent.`,
    next: `If ${now} is the right account, confirm it by typing its address. If not, replace the token.`,
  };
}
