import { useQuery } from '@tanstack/react-query';
import type { WorksheetState } from '../../core/cameras/worksheet-state.ts';
import { worksheetProgress } from '../../core/worksheet/worksheet.ts';
import { phraseProgress } from '../cameras/phrase-plan.ts';
import { worksheetQuery } from '../cameras/queries.ts';
import { usePlan, usePlanSession } from '../cameras/use-plan.ts';
import { SaveState } from '../sessions/SaveState.tsx';
import { useConnection } from '../window/current-connection.ts';
import { useWorksheetLines } from '../worksheet/use-worksheet-lines.ts';

/** The plan in the status line: whether it is on disk, and how far its worksheet is. */
export function PlanStatus() {
  const session = usePlanSession();
  const state = usePlan((plan) => plan);
  const worksheet = useQuery(worksheetQuery(useConnection().id));
  if (state.kind === 'opening') return <span className="draft-status">Opening the camera plan…</span>;
  if (state.kind === 'failed') {
    return <span className="draft-status failed-save">The camera plan could not be opened</span>;
  }
  return (
    <span className="draft-status">
      <SaveState status={state.save} onRetry={() => void session.retry()} />
      {worksheet.data ? <Progress state={worksheet.data} /> : null}
    </span>
  );
}

function Progress({ state }: { readonly state: WorksheetState }) {
  const progress = worksheetProgress(useWorksheetLines(state, 'changed'));
  if (progress.total === 0) return null;
  const text = `Worksheet: ${phraseProgress(progress)}`;
  return (
    <span className="ellipsis draft-changes" title={text}>
      {text}
    </span>
  );
}
