import { z } from 'zod';
import { longestToken } from '../../core/connections/token.ts';
import { fail, ok, type Result } from '../../core/result.ts';

/** A token together with the one server it may be sent to. */
export interface TokenRecord {
  readonly token: string;
  /** The scheme, host and port that the token was entered for, as `originOf` gives it. */
  readonly origin: string;
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
});

/** The text to encrypt. */
export function writeTokenRecord({ token, origin }: TokenRecord): string {
  return `${recordMark}${JSON.stringify({ version: 1, token, origin })}`;
}

/** Reads a decrypted text, or says in one sentence why it is not a token. The sentence never quotes the text. */
export function readTokenRecord(text: string): Result<Decrypted, string> {
  if (!text.startsWith(recordMark)) {
    return /^[\x21-\x7e]+$/.test(text) ? ok({ kind: 'bare token', token: text }) : fail(notAToken);
  }
  const parsed = recordSchema.safeParse(parseJson(text.slice(recordMark.length)));
  if (!parsed.success) return fail(notAToken);
  const { token, origin } = parsed.data;
  return ok({ kind: 'record', record: { token, origin } });
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
