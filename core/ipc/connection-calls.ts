import { z } from 'zod';
import { dialectPresets } from '../camio/dialect.ts';
import { type ConnectionCheck, type ConnectionView, connectionColors } from '../connections/connection.ts';
import { answers, connectionId, nothing } from './call.ts';

const dialect = z.object({
  preset: z.enum(dialectPresets),
  listKey: z.enum(['readers', 'devices']),
  eventEnvelope: z.enum(['flat', 'event', 'events']),
});

const connectionFields = {
  name: z.string(),
  baseUrl: z.string(),
  dialect,
  color: z.enum(connectionColors),
  /** Absent: this computer's own. */
  timeZone: z.string().exactOptional(),
};

export const connectionCalls = {
  list: answers<readonly ConnectionView[]>()(nothing),
  /** `token` '' leaves it unset. It travels from the window to main only, never back. */
  add: answers<ConnectionView>()(z.object({ ...connectionFields, token: z.string() })),
  update: answers<ConnectionView>()(z.object({ connectionId, ...connectionFields })),
  /** Answers `confirmation-needed` while the draft has changes and `typedName` is not the connection's name. */
  delete: answers<void>()(z.object({ connectionId, typedName: z.string() })),
  replaceToken: answers<ConnectionView>()(z.object({ connectionId, token: z.string() })),
  forgetToken: answers<ConnectionView>()(z.object({ connectionId })),
  check: answers<ConnectionCheck>()(z.object({ connectionId })),
  /** Takes another account than last time for the connection's own; `typedEmail` is that account's. */
  confirmAccount: answers<ConnectionView>()(z.object({ connectionId, typedEmail: z.string() })),
  /** Starts the practice account where it is not running, and makes its connection. */
  openPractice: answers<ConnectionView>()(nothing),
};
