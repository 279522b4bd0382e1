import type { DialectPreset } from '../../core/camio/dialect.ts';
import type { Connection, TokenStatus } from '../../core/connections/connection.ts';
import { exhaustive } from '../../core/result.ts';

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
      return 'Token in system keyring';
    case 'session only':
      return 'Token for this session only';
    case 'unreadable':
      return 'Token cannot be read';
    default:
      return exhaustive(token);
  }
}
