import { phraseOtherAccount } from '../../core/connections/account.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail } from '../../core/result.ts';
import type { AccountGuard } from './account-guard.ts';
import type { ConnectionStore } from './connection-store.ts';

/** Test events, none of which goes to another account than last time before a person has confirmed it. */
export function guardedEvents(
  events: Handlers<'events'>,
  { guard, connections }: { guard: Pick<AccountGuard, 'askOnce'>; connections: Pick<ConnectionStore, 'get'> },
): Handlers<'events'> {
  return {
    ...events,
    async send(input) {
      await guard.askOnce(input.connectionId);
      const connection = connections.get(input.connectionId);
      if (connection?.otherAccount === undefined) return events.send(input);
      return fail(phraseOtherAccount({ was: connection.accountEmail ?? 'no account', now: connection.otherAccount }));
    },
  };
}
