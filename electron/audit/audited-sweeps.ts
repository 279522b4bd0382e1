import { type SweepEndKind, sweepEnds } from '../../core/audit/act.ts';
import type { Emit } from '../../core/ipc/contract.ts';
import { isUnderWay, type SweepState, type SweepSummary } from '../../core/sweep/sweep.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { RecordAct } from './audit-log.ts';

/** Tells the window what it is told of sweeps, and writes down when each began to send and how that ended. */
export function auditedSweeps({
  emit,
  record,
  connections,
}: {
  readonly emit: Emit;
  readonly record: RecordAct;
  readonly connections: Pick<ConnectionStore, 'get'>;
}): Emit {
  /** The sweeps that are sending. */
  const sending = new Set<string>();

  function follow(connectionId: string, { sweep, state, counts }: SweepSummary): void {
    const wasSending = sending.has(sweep.id);
    const connection = connections.get(connectionId) ?? null;
    if (isUnderWay(state) && !wasSending) {
      sending.add(sweep.id);
      record({ kind: 'sweep started', pending: counts.pending, eventType: sweep.eventType }, connection);
    }
    const end = endOf(state);
    if (end !== null && wasSending) {
      sending.delete(sweep.id);
      const message = 'error' in state ? state.error.message : '';
      record({ kind: 'sweep ended', outcome: end, counts, message }, connection);
    }
  }

  return (name, payload) => {
    emit(name, payload);
    if ('sweep' in payload) follow(payload.connectionId, payload.sweep);
  };
}

/** How a sweep stopped sending; null where it does, or never began in this session. */
function endOf({ kind }: SweepState): SweepEndKind | null {
  return sweepEnds.find((end) => end === kind) ?? null;
}
