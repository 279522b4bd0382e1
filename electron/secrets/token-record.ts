import { z } from 'zod';
import type { SignInClient } from '../../core/connections/sign-in-client.ts';
import { longestToken } from '../../core/connections/token.ts';
import { fail, ok, type Result } from '../../core/result.ts';

/** A token together with the one server it may be sent to. */
export interface TokenRecord {
  readonly token: string;
  /** The scheme, host and port that the token was entered for, as `originOf` gives it. */
  readonly origin: string;
  /** How it was got by signing in; absent for a pasted one. */
  readonly signIn?: SignInRecord;
}

/** What renews a token that was got by signing in. It goes to the server it came from, whatever the connection says now. */
export interface SignInRecord {
  readonly client: SignInClient;
  /** null: it cannot be renewed, or Camio ended the sign-in. */
  readonly refreshToken: string | null;
  /** ISO 8601; null where the server did not say. */
  readonly expiresAt: string | null;
}

/** What a decrypted file holds: a record, or a bare token as versions up to 0.1 kept it. */
export type Decrypted =
  | { readonly kind: 'record'; readonly record: TokenRecord }
  | { readonly kind: 'bare token'; readonly token: string };

/**
 * Every record begins with this. The space tells it from a bare token, which never holds one. So nobody can pass a record off
 * as a bare token by editing the file around it, and a token that was bound to a server stays bound.
 */
const recordMark = 'token-record ';

const recordSchema = z.object({
  version: z.literal(1),
  token: z.string().min(1).max(longestToken),
  origin: z.url().max(300),
  signIn: z
    .object({
      client: z.object({ clientId: z.string(), authorizeUrl: z.url(), tokenUrl: z.url() }),
      refreshToken: z.string().min(1).max(longestToken).nullable(),
      expiresAt: z.iso.datetime().nullable(),
    })
    .exactOptional(),
});

/** The text to encrypt. */
export function writeTokenRecord(record: TokenRecord): string {
  return `${recordMark}${JSON.stringify({ version: 1, ...record })}`;
}

/** Reads a decrypted text, or says in one sentence why it is not a token. The sentence never quotes the text. */
export function readTokenRecord(text: string): Result<Decrypted, string> {
  if (!text.startsWith(recordMark)) {
    return /^[\x21-\x7e]+$/.test(text) ? ok({ kind: 'bare token', token: text }) : fail(notAToken);
  }
  const parsed = recordSchema.safeParse(parseJson(text.slice(recordMark.length)));
  if (!parsed.success) return fail(notAToken);
  const { version: _, ...record } = parsed.data;
  return ok({ kind: 'record', record });
}

const notAToken = 'What was stored is damaged, or was written by a newer version of Reader Desk.';

/** undefined is no JSON value, so the schema refuses it like anything else that is not a record. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
