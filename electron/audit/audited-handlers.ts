import type { AppError } from '../../core/app-error.ts';
import type { Act } from '../../core/audit/act.ts';
import type { SentEvent } from '../../core/events/test-event.ts';
import { fileTypeOf } from '../../core/export/export-choice.ts';
import { readAtOf } from '../../core/history/snapshot.ts';
import type { AllHandlers, Handlers } from '../../core/ipc/contract.ts';
import type { Result } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { RecordAct } from './audit-log.ts';

interface AuditedCallsNeeds {
  readonly record: RecordAct;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly drafts: Pick<DraftStore, 'changes'>;
}

/** The window's calls that are acts. Connections, tokens, snapshots and pushes are audited where they happen. */
export interface AuditedCalls {
  readonly draft: Pick<Handlers<'draft'>, 'refresh' | 'merge'>;
  readonly loss: Pick<Handlers<'loss'>, 'state' | 'restore'>;
  readonly takeover: Pick<Handlers<'takeover'>, 'restore'>;
  readonly history: Pick<Handlers<'history'>, 'restore'>;
  readonly events: Pick<Handlers<'events'>, 'send' | 'export'>;
  readonly readers: Pick<Handlers<'readers'>, 'export'>;
  readonly commissioning: Pick<Handlers<'commissioning'>, 'exportReport'>;
  readonly activity: Pick<Handlers<'activity'>, 'export'>;
}

/** All calls, with those that are acts written down, so that no handler has to. */
export function auditedHandlers(handlers: AllHandlers, needs: AuditedCallsNeeds): AllHandlers {
  const audited = auditedCalls(handlers, needs);
  return {
    ...handlers,
    draft: { ...handlers.draft, ...audited.draft },
    loss: { ...handlers.loss, ...audited.loss },
    takeover: { ...handlers.takeover, ...audited.takeover },
    history: { ...handlers.history, ...audited.history },
    events: { ...handlers.events, ...audited.events },
    readers: { ...handlers.readers, ...audited.readers },
    commissioning: { ...handlers.commissioning, ...audited.commissioning },
    activity: { ...handlers.activity, ...audited.activity },
  };
}

export function auditedCalls(calls: AuditedCalls, { record, connections, drafts }: AuditedCallsNeeds): AuditedCalls {
  const recordOn = (connectionId: string, act: Act) => record(act, connections.get(connectionId) ?? null);
  return {
    draft: {
      async refresh(input) {
        const wasRead = (await drafts.changes(input.connectionId)) !== null;
        const refreshed = await calls.draft.refresh(input);
        if (!refreshed.ok || refreshed.value.kind !== 'adopted') return refreshed;
        const { readers, moved } = refreshed.value;
        const differences = moved?.total ?? 0;
        if (!wasRead || differences > 0) recordOn(input.connectionId, { kind: 'list adopted', readers, differences });
        return refreshed;
      },
      merge: noting(calls.draft.merge, ({ connectionId, choices }) => {
        const keptMine = choices.filter(({ keep }) => keep === 'mine').length;
        recordOn(connectionId, { kind: 'list merged', keptMine, keptTheirs: choices.length - keptMine });
      }),
    },
    loss: {
      state: calls.loss.state,
      async restore(input) {
        const loss = await calls.loss.state(input);
        const restored = await calls.loss.restore(input);
        if (!restored.ok || restored.value.kind !== 'restored') return restored;
        const snapshotReadAt = loss.ok && loss.value ? readAtOf(loss.value.snapshotId) : null;
        recordOn(input.connectionId, { kind: 'draft restored', snapshotReadAt, counts: restored.value.counts });
        return restored;
      },
    },
    takeover: {
      restore: noting(calls.takeover.restore, ({ connectionId }, restored) => {
        if (restored.kind !== 'restored') return;
        recordOn(connectionId, { kind: 'draft restored', snapshotReadAt: null, counts: restored.counts });
      }),
    },
    history: {
      restore: noting(calls.history.restore, ({ connectionId, snapshotId }, restored) => {
        if (restored.kind !== 'restored') return;
        const snapshotReadAt = readAtOf(snapshotId);
        recordOn(connectionId, { kind: 'draft restored', snapshotReadAt, counts: restored.counts });
      }),
    },
    events: {
      send: noting(calls.events.send, ({ connectionId }, sent) => {
        const act = sentEventAct(sent);
        if (act) recordOn(connectionId, act);
      }),
      export: noting(calls.events.export, ({ connectionId, format }, saved) => {
        if (saved.kind !== 'saved') return;
        recordOn(connectionId, { kind: 'export', list: 'sent events', format, rows: saved.rows });
      }),
    },
    readers: {
      export: noting(calls.readers.export, ({ connectionId, list: { kind }, format }, saved) => {
        if (saved.kind !== 'saved') return;
        const list = kind === 'remote' ? 'Camio’s list' : kind;
        recordOn(connectionId, { kind: 'export', list, format: fileTypeOf(format), rows: saved.readers });
      }),
    },
    commissioning: {
      exportReport: noting(calls.commissioning.exportReport, ({ connectionId, format }, saved) => {
        if (saved.kind !== 'saved') return;
        recordOn(connectionId, { kind: 'export', list: 'commissioning report', format, rows: saved.rows });
      }),
    },
    activity: {
      export: noting(calls.activity.export, ({ format }, saved) => {
        if (saved.kind === 'saved') record({ kind: 'export', list: 'activity', format, rows: saved.lines }, null);
      }),
    },
  };
}

/** A handler that passes on what it was asked and what it answered, where it did not refuse. */
function noting<Input, Value>(
  handle: (input: Input) => Promise<Result<Value, AppError>>,
  note: (input: Input, value: Value) => void,
): (input: Input) => Promise<Result<Value, AppError>> {
  return async (input) => {
    const answer = await handle(input);
    if (answer.ok) note(input, answer.value);
    return answer;
  };
}

/** What is kept of a sent event: nothing of the person it speaks of. Null while it is under way. */
function sentEventAct({ event, outcome }: SentEvent): Act | null {
  if (outcome.kind === 'sending') return null;
  return {
    kind: 'test event',
    outcome: outcome.kind,
    status: outcome.kind === 'unknown' ? null : outcome.status,
    readerId: event.readerId,
    eventType: event.eventType,
  };
}
