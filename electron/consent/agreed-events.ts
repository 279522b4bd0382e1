import type { AppError } from '../../core/app-error.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { Consent } from './consent.ts';

/** Test events, the first of them to a server only after the person agreed to it. */
export function agreedEvents(
  events: Handlers<'events'>,
  { consent, connections }: { consent: Consent; connections: Pick<ConnectionStore, 'get'> },
): Handlers<'events'> {
  return {
    ...events,
    async send(input) {
      const connection = connections.get(input.connectionId);
      const answer = connection ? await consent.ask(connection, { kind: 'test event' }) : 'not needed';
      return answer === 'declined' ? fail(declined) : events.send(input);
    },
  };
}

/** The person said no. */
export const declined: AppError = {
  code: 'cancelled',
  message: 'You did not agree to send to this server. Nothing was sent.',
  next: 'Check the address of the connection, then try again.',
};
