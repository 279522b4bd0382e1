import type { PushEnd } from '../../core/audit/act.ts';
import type { Emit } from '../../core/ipc/contract.ts';
import type { PushState } from '../../core/push/push-state.ts';
import { type ChangeCounts, noChanges } from '../../core/readers/change.ts';
import { exhaustive } from '../../core/result.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { DraftStore } from '../draft/draft-store.ts';
import type { RecordAct } from './audit-log.ts';

interface AuditedPushesNeeds {
  readonly emit: Emit;
  readonly record: RecordAct;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly drafts: Pick<DraftStore, 'current'>;
}

/** Tells the window what it is told of pushes, and writes down how each ended and the changes it was to bring. */
export function auditedPushes({ emit, record, connections, drafts }: AuditedPushesNeeds): Emit {
  /** The changes of the draft when its push began; it may be edited while the push goes on. */
  const begun = new Map<string, Promise<ChangeCounts>>();

  async function draftCounts(connectionId: string): Promise<ChangeCounts> {
    const current = await drafts.current(connectionId);
    return current.ok ? current.value.counts : noChanges;
  }

  async function follow(connectionId: string, state: PushState): Promise<void> {
    const counting = begun.get(connectionId) ?? draftCounts(connectionId);
    begun.set(connectionId, counting);
    const outcome = endOf(state);
    if (!outcome) return;
    begun.delete(connectionId);
    const counts = 'counts' in state ? state.counts : await counting;
    record({ kind: 'push', outcome, counts, message: messageOf(state) }, connections.get(connectionId) ?? null);
  }

  return (name, payload) => {
    emit(name, payload);
    if ('state' in payload) void follow(payload.connectionId, payload.state);
  };
}

/** How the push ended; null while it is under way. */
function endOf(state: PushState): PushEnd | null {
  switch (state.kind) {
    case 'reading remote':
    case 'comparing':
    case 'backing up':
    case 'sending':
    case 'reading back':
    case 'settling':
    case 'waiting':
      return null;
    case 'stored':
    case 'sent, not verified':
    case 'drift':
    case 'braked':
    case 'list not seen':
    case 'other account':
    case 'not stored as sent':
    case 'refused':
    case 'outcome unknown':
    case 'cancelled':
      return state.kind;
    default:
      return exhaustive(state);
  }
}

function messageOf(state: PushState): string {
  if ('error' in state) return state.error.message;
  return 'notice' in state ? (state.notice?.message ?? '') : '';
}
