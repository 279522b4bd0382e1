import type { ImportTarget } from '../../core/import/import-table.ts';
import type { Handlers } from '../../core/ipc/contract.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import type { RecordAct } from './audit-log.ts';

interface AuditedImportsNeeds {
  readonly record: RecordAct;
  readonly connections: Pick<ConnectionStore, 'get'>;
}

/** The window's way to imports, with each that changed something written down under the name of its file. */
export function auditedImports(
  handlers: Handlers<'import'>,
  { record, connections }: AuditedImportsNeeds,
): Handlers<'import'> {
  /** The file that each connection has open. */
  const chosen = new Map<string, { readonly target: ImportTarget; readonly fileName: string }>();
  return {
    ...handlers,
    async choose(input) {
      const answer = await handlers.choose(input);
      if (answer.ok && answer.value.kind === 'opened') {
        chosen.set(input.connectionId, { target: input.target, fileName: answer.value.table.fileName });
      }
      return answer;
    },
    async apply(input) {
      const answer = await handlers.apply(input);
      const file = chosen.get(input.connectionId);
      if (!answer.ok || answer.value.kind !== 'imported' || !file) return answer;
      const { added, renamed, removed, leftOut } = answer.value;
      const { target, fileName } = file;
      const { mode } = input.choices;
      record(
        { kind: 'import', target, fileName, mode, added, renamed, removed, leftOut },
        connections.get(input.connectionId) ?? null,
      );
      return answer;
    },
  };
}
