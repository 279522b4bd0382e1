import type { DialectPreset } from '../../core/camio/dialect.ts';
import type { Connection, TokenStatus } from '../../core/connections/connection.ts';
import { exhaustive } from '../../core/result.ts';
import type { Revocation } from '../../core/sign-in/revocation.ts';

/** Where a connection's calls go, with the port where it is not the usual one: `camio.com`, `127.0.0.1:4710`. */
export function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

/** Whose account a connection leads to: the one it is known by, and another one that waits to be confirmed. */
export function accountText({ accountEmail, otherAccount }: Pick<Connection, 'accountEmail' | 'otherAccount'>): string {
  if (otherAccount !== undefined) return `${otherAccount}, not confirmed: it was ${accountEmail ?? 'no account'}`;
  return accountEmail ?? 'Account not confirmed';
}

/** A dialect's name on a screen. */
export function dialectName(preset: DialectPreset): string {
  return preset.charAt(0).toUpperCase() + preset.slice(1);
}

/** Where the token is, in a few words. */
export function tokenPlace(token: TokenStatus): string {
  switch (token.kind) {
    case 'not set':
      return 'No token';
    case 'in keyring':
      return token.isSignedIn ? 'Signed in, token in system keyring' : 'Token in system keyring';
    case 'session only':
      return token.isSignedIn ? 'Signed in for this session only' : 'Token for this session only';
    case 'unreadable':
      return 'Token cannot be read';
    default:
      return exhaustive(token);
  }
}

/** What became of a forgotten token at Camio; null: it did not come from signing in, so it was Camio's page that made it. */
export function phraseRevocation(revocation: Revocation | null): string {
  switch (revocation) {
    case 'revoked':
      return 'Camio was told, so it is no longer good anywhere.';
    case 'failed':
      return 'Camio could not be told. Withdraw it on Camio’s settings page.';
    case 'not offered':
    case null:
      return 'To withdraw it at Camio too, use Camio’s settings page.';
    default:
      return exhaustive(revocation);
  }
}

/** What the button that signs in is called. */
export function signInLabel(token: TokenStatus): string {
  return 'isSignedIn' in token && token.isSignedIn ? 'Sign in again' : 'Sign in with Camio';
}
