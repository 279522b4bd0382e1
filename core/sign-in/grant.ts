import { neededScope } from './authorize-url.ts';

/** Tokens as an authorization server granted them. Never shown, logged or sent anywhere but to their own servers. */
export interface Grant {
  readonly accessToken: string;
  /** null: the token cannot be renewed, as with GitHub’s. */
  readonly refreshToken: string | null;
  /** null: the server did not say. */
  readonly expiresInSeconds: number | null;
  /** As told, '' included; null: the server did not say, which means as asked (RFC 6749 5.1). */
  readonly scope: string | null;
}

/** Whether a scope that was told is enough. Parted by spaces (RFC 6749) or commas (GitHub). */
export function hasNeededScope(scope: string | null): boolean {
  return scope === null || scope.split(/[\s,]+/).includes(neededScope);
}
