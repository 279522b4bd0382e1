import type { ConnectionCheck } from '../../core/connections/connection.ts';
import { clockTime } from '../ui/local-time.ts';
import { StepList } from '../ui/StepList.tsx';

/** What *Check connection* found, step by step. */
export function CheckReport({ check }: { readonly check: ConnectionCheck }) {
  return (
    <section className="check-report" role="status" aria-label="What the check found">
      <StepList steps={check.steps} />
      <p className="dim">Checked at {clockTime(check.checkedAt)}</p>
    </section>
  );
}
