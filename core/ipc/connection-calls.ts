import { z } from 'zod';
import { dialectPresets } from '../camio/dialect.ts';
import { type ConnectionCheck, type ConnectionView, connectionColors } from '../connections/connection.ts';
import type { Revocation } from '../sign-in/revocation.ts';
import { answers, connectionId, nothing, ownText, typed } from './call.ts';

/** A whole page may be pasted by mistake, which is refused in a sentence. */
const pastedToken = z.string().max(1_000_000);

const dialect = z.object({
  preset: z.enum(dialectPresets),
  listKey: z.enum(['readers', 'devices']),
  eventEnvelope: z.enum(['flat', 'event', 'events']),
});

const connectionFields = {
  name: typed,
  baseUrl: typed,
  dialect,
  color: z.enum(connectionColors),
  /** Absent: this computer's own. */
  timeZone: ownText.exactOptional(),
  /** How to sign in, or null to paste tokens; absent: as before. `clientSecret` '' keeps the one that is stored. */
  signIn: z
    .object({ clientId: typed, clientSecret: typed, authorizeUrl: typed, tokenUrl: typed })
    .nullable()
    .exactOptional(),
};

export const connectionCalls = {
  list: answers<readonly ConnectionView[]>()(nothing),
  /** `token` '' leaves it unset. It travels from the window to main only, never back. */
  add: answers<ConnectionView>()(z.object({ ...connectionFields, token: pastedToken })),
  update: answers<ConnectionView>()(z.object({ connectionId, ...connectionFields })),
  /** Answers `confirmation-needed` while the draft has changes and `typedName` is not the connection's name. */
  delete: answers<void>()(z.object({ connectionId, typedName: typed })),
  replaceToken: answers<ConnectionView>()(z.object({ connectionId, token: pastedToken })),
  /** Forgets the token here, and withdraws one that was got by signing in if its server offers that. */
  forgetToken: answers<{ readonly connection: ConnectionView; readonly revocation: Revocation | null }>()(
    z.object({ connectionId }),
  ),
  check: answers<ConnectionCheck>()(z.object({ connectionId })),
  /** Takes another account than last time for the connection's own; `typedEmail` is that account's. */
  confirmAccount: answers<ConnectionView>()(z.object({ connectionId, typedEmail: typed })),
  /** Starts the practice account where it is not running, and makes its connection. */
  openPractice: answers<ConnectionView>()(nothing),
};
