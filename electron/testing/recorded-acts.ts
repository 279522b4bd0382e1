import type { Act } from '../../core/audit/act.ts';
import type { Connection } from '../../core/connections/connection.ts';
import type { RecordAct } from '../audit/audit-log.ts';

export const harbor: Connection = {
  id: 'harbor',
  kind: 'camio',
  name: 'Harbor Campus',
  baseUrl: 'https://camio.com/api/integrations/pacs',
  dialect: { preset: 'first generation', listKey: 'readers', eventEnvelope: 'flat' },
  color: 'green',
  accountEmail: 'ops@harbor.example',
};

/** Collects what would be written down. */
export function recordedActs() {
  const recorded: { readonly act: Act; readonly on: string | null }[] = [];
  const record: RecordAct = (act, on) => void recorded.push({ act, on: on?.name ?? null });
  return { record, recorded };
}
