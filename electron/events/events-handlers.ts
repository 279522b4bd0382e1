import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { curlCommand } from '../../core/events/curl.ts';
import { encodeEvent } from '../../core/events/event-body.ts';
import { eventIssues, phraseEventIssue } from '../../core/events/event-issues.ts';
import type { SentEvent, TestEvent } from '../../core/events/test-event.ts';
import type { Handlers } from '../../core/ipc.ts';
import type { Draft } from '../../core/readers/draft.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { CamioAccounts } from '../camio/camio-accounts.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { DraftStore } from '../readers/draft-store.ts';
import { type EventHistory, openEventHistory } from './event-history.ts';
import { eventOutcome } from './event-outcome.ts';

/** Test events: each is real in Camio, is written down before and after it is sent, and is never sent twice by itself. */
export function createEventsHandlers(options: {
  readonly accounts: CamioAccounts;
  readonly connections: Pick<ConnectionStore, 'get' | 'folder'>;
  readonly drafts: Pick<DraftStore, 'current'>;
  /** Electron's; asynchronous. */
  readonly clipboard: { writeText(text: string): Promise<void> };
  readonly now?: () => Date;
  readonly newId?: () => string;
}): Handlers<'events'> {
  const { accounts, connections, drafts, clipboard, now = () => new Date(), newId = randomUUID } = options;
  const histories = new Map<string, Promise<Result<EventHistory, AppError>>>();
  const inFlight = new Set<string>();

  async function historyOf(connectionId: string): Promise<Result<EventHistory, AppError>> {
    const opened =
      histories.get(connectionId) ?? openEventHistory(join(connections.folder(connectionId), 'events.jsonl'), now);
    histories.set(connectionId, opened);
    const history = await opened;
    // A history that would not open is tried anew the next time it is asked for, one that is gone at once.
    const isGone = history.ok && (await history.value.isGone());
    if (!history.ok || isGone) histories.delete(connectionId);
    return isGone ? historyOf(connectionId) : history;
  }

  async function sendOnce(
    connectionId: string,
    event: TestEvent,
    body: string,
    repeats: string | null,
  ): Promise<Result<SentEvent, AppError>> {
    const history = await historyOf(connectionId);
    if (!history.ok) return history;
    if (repeats !== null && !history.value.records().some(({ id }) => id === repeats)) return fail(noSuchRecord);
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
      if (!connection) return fail(noSuchConnection);
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

    async history({ connectionId }) {
      if (!connections.get(connectionId)) return fail(noSuchConnection);
      const history = await historyOf(connectionId);
      return history.ok ? ok(history.value.records()) : history;
    },

    async copyAsCurl({ connectionId, event }) {
      const connection = connections.get(connectionId);
      if (!connection) return fail(noSuchConnection);
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

const noSuchConnection: AppError = {
  code: 'not-found',
  message: 'This connection no longer exists.',
  next: 'Choose another connection.',
};

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
