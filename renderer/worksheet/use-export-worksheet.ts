import type { WorksheetFormat, WorksheetScope } from '../../core/cameras/worksheet-state.ts';
import { counted } from '../../core/text/amounts.ts';
import type { PlanSession } from '../cameras/plan-session.ts';
import { usePlanSession } from '../cameras/use-plan.ts';
import { ipc } from '../ipc/ipc.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';

export interface WorksheetExport {
  readonly format: WorksheetFormat;
  readonly scope: WorksheetScope;
}

/** Writes the worksheet to a file that main asks for. */
export function useExportWorksheet(): (choice: WorksheetExport) => void {
  const session = usePlanSession();
  const { id } = useConnection();
  return (choice) => void exportWorksheet(session, id, choice);
}

async function exportWorksheet(session: PlanSession, connectionId: string, choice: WorksheetExport): Promise<void> {
  // Main writes the plan it has on disk: what is not saved would be missing from the file.
  const save = await session.settled();
  if (save.kind === 'failed') {
    toast.failure(save.error, { label: 'Retry', run: () => void session.retry() });
    return;
  }
  const exported = await ipc.worksheet.export({ connectionId, ...choice });
  if (!exported.ok) toast.failure(exported.error);
  else if (exported.value.kind === 'saved') {
    toast.news(`Worksheet of ${counted(exported.value.rows, 'camera')} saved to ${exported.value.path}`);
  }
}
