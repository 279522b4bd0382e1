import type { Handlers } from '../../core/ipc/contract.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { RecordAct } from './audit-log.ts';

/** The window's way to worksheets, with those that were finished or exported written down. */
export function auditedWorksheets(
  handlers: Handlers<'worksheet'>,
  { record, connections }: { readonly record: RecordAct; readonly connections: Pick<ConnectionStore, 'get'> },
): Handlers<'worksheet'> {
  const on = (connectionId: string) => connections.get(connectionId) ?? null;
  return {
    ...handlers,
    async finish(input) {
      const before = await handlers.open(input);
      const finished = await handlers.finish(input);
      const cameras = before.ok ? before.value.ticked.length : 0;
      if (finished.ok) record({ kind: 'worksheet finished', cameras }, on(input.connectionId));
      return finished;
    },
    async export(input) {
      const saved = await handlers.export(input);
      if (saved.ok && saved.value.kind === 'saved') {
        const { rows } = saved.value;
        record({ kind: 'export', list: 'worksheet', format: input.format, rows }, on(input.connectionId));
      }
      return saved;
    },
  };
}
