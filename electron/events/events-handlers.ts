import { randomUUID } from 'node:crypto';
import type { AppError } from '../../core/app-error.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { curlCommand } from '../../core/events/curl.ts';
import { encodeEvent } from '../../core/events/event-body.ts';
import { eventIssues, phraseEventIssue } from '../../core/events/event-issues.ts';
import type { SentEvent, TestEvent } from '../../core/events/test-event.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CamioAccounts } from '../connections/camio-accounts.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { noConnection } from '../connections/no-connection.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import { createEventHistories, type EventHistories } from './event-histories.ts';
import { eventOutcome } from './event-outcome.ts';
import { pageOf, readersOf } from './events-page.ts';
import { exportEvents, type SaveDialog } from './export-events.ts';

/** Test events: each is real in Camio, is written down before and after it is sent, and is never sent twice by itself. */
export function createEventsHandlers(options: {
  readonly accounts: CamioAccounts;
  readonly connections: Pick<ConnectionStore, 'get' | 'folder'>;
  readonly drafts: Pick<DraftStore, 'current'>;
  /** Electron's; asynchronous. */
  readonly clipboard: { writeText(text: string): Promise<void> };
  readonly dialog: SaveDialog['dialog'];
  readonly documents: SaveDialog['documents'];
  /** By default their own. */
  readonly histories?: Pick<EventHistories, 'of'>;
  readonly now?: () => Date;
  readonly newId?: () => string;
}): Handlers<'events'> {
  const { accounts, connections, drafts, clipboard, now = () => new Date(), newId = randomUUID } = options;
  const { of: historyOf } = options.histories ?? createEventHistories({ connections, now });
  const inFlight = new Set<string>();

  async function sendOnce(
    connectionId: string,
    event: TestEvent,
    body: string,
    repeats: string | null,
  ): Promise<Result<SentEvent, AppError>> {
    const history = await historyOf(connectionId);
    if (!history.ok) return history;
    if (repeats !== null && history.value.record(repeats) === null) return fail(noSuchRecord);
    const client = await accounts.client(connectionId);
    if (!client.ok) return client;
    // The window has the draft open, since it chose the reader from it; a draft that does not open costs the name only.
    const current = await drafts.current(connectionId);
    const readerName = current.ok ? nameIn(current.value, event.readerId) : '';
    const record: SentEvent = {
      id: newId(),
      sentAt: now().toISOString(),
      event,
      readerName,
      body,
      outcome: { kind: 'sending' },
      repeats,
    };
    const begun = await history.value.begin(record);
    if (!begun.ok) return fail({ ...begun.error, message: `The event was not sent. ${begun.error.message}` });

    const startedAt = performance.now();
    const sent = await client.value.sendEvent(body, new AbortController().signal);
    const outcome = eventOutcome(sent, Math.round(performance.now() - startedAt));
    const finished = await history.value.finish(record.id, outcome);
    if (finished.ok) return ok({ ...record, outcome });
    const message = `The event was sent (${outcome.kind}), but that could not be written down. ${finished.error.message}`;
    return fail({ ...finished.error, message });
  }

  return {
    async send({ connectionId, event, repeats }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      const issues = eventIssues(event);
      if (issues.length > 0) {
        return fail({
          code: 'invalid-input',
          message: `The event was not sent. ${issues.map(phraseEventIssue).join(' ')}`,
          next: 'Complete the form and send the event again.',
        });
      }
      const body = encodeEvent(event, connection.dialect);
      const key = JSON.stringify([connectionId, body]);
      if (inFlight.has(key)) return fail(alreadySending);
      inFlight.add(key);
      try {
        return await sendOnce(connectionId, event, body, repeats);
      } finally {
        inFlight.delete(key);
      }
    },

    async history({ connectionId, filter, after }) {
      if (!connections.get(connectionId)) return fail(noConnection);
      const history = await historyOf(connectionId);
      return history.ok ? ok(pageOf(history.value.records(), filter, after)) : history;
    },

    async readers({ connectionId }) {
      if (!connections.get(connectionId)) return fail(noConnection);
      const history = await historyOf(connectionId);
      return history.ok ? ok(readersOf(history.value.records())) : history;
    },

    async export({ connectionId, filter, format }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      const history = await historyOf(connectionId);
      if (!history.ok) return history;
      return exportEvents(options, connection, history.value.records(), { filter, format, at: now() });
    },

    async copyAsCurl({ connectionId, event }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noConnection);
      const url = `${connection.baseUrl}/webhooks`;
      await clipboard.writeText(curlCommand({ url, body: encodeEvent(event, connection.dialect) }));
      return ok(undefined);
    },
  };
}

function nameIn(draft: Draft, readerId: string): string {
  for (const { base, mine } of draft.rows) {
    const reader = mine ?? base;
    if (reader?.id === readerId) return reader.name;
  }
  return '';
}

const noSuchRecord: AppError = {
  code: 'not-found',
  message: 'The event to repeat is not in the history of this connection, so nothing was sent.',
  next: 'Compose the event anew.',
};

const alreadySending: AppError = {
  code: 'busy',
  message: 'This event is just being sent, so it was not sent a second time.',
  next: 'Wait for its outcome in the history.',
};
