import type { Dialect } from '../camio/dialect.ts';
import type { SignInClient } from './sign-in-client.ts';

export const connectionColors = ['green', 'blue', 'violet', 'amber', 'red', 'grey'] as const;
export type ConnectionColor = (typeof connectionColors)[number];

/** A named Camio account as it is kept in settings. The token lives elsewhere (secrets). */
export interface Connection {
  readonly id: string;
  readonly kind: 'camio' | 'practice';
  readonly name: string;
  /** Without a trailing slash, e.g. `https://camio.com/api/integrations/pacs`. */
  readonly baseUrl: string;
  readonly dialect: Dialect;
  readonly color: ConnectionColor;
  /** The account's email as Camio last said it; null until a check got an answer. */
  readonly accountEmail: string | null;
  /** Another account that the token was last seen to lead to; nothing is sent until it is confirmed by typing. */
  readonly otherAccount?: string;
  /** The site's time zone (IANA); absent: this computer's own, whichever that is. */
  readonly timeZone?: string;
  /** How to sign in; absent: the token is pasted. */
  readonly signIn?: SignInClient;
}

/** What the window may know of a token. */
export type TokenStatus =
  | { readonly kind: 'not set' }
  | { readonly kind: 'in keyring'; readonly lastFour: string; readonly isSignedIn?: true }
  | {
      readonly kind: 'session only';
      readonly lastFour: string;
      readonly reason: string;
      /** The token came from signing in. */
      readonly isSignedIn?: true;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A connection as the window shows it. */
export interface ConnectionView extends Connection {
  readonly token: TokenStatus;
  /** Number of unpushed changes in the draft; null where the list was never read. */
  readonly draftChanges: number | null;
  /** Where this computer's clock and Camio's differ by more than is tolerated; positive: this computer's is ahead. */
  readonly clockSkewSeconds?: number;
}

/** What *Check connection* found, step by step. */
export interface ConnectionCheck {
  readonly checkedAt: string;
  readonly steps: readonly CheckStep[];
  readonly accountEmail: string | null;
  readonly readers: number | null;
}

export interface CheckStep {
  readonly name: 'Reach the server' | 'Read the list' | 'Account' | 'Dialect' | 'Clock' | 'Sign-in';
  readonly outcome: 'passed' | 'failed' | 'unknown';
  /** One sentence: what was seen, with HTTP status and latency where there is one. */
  readonly message: string;
  readonly status?: number;
  readonly latencyMs?: number;
}
