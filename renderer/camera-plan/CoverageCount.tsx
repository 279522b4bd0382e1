import { percentText } from '../../core/text/amounts.ts';
import { useCoverage } from '../cameras/use-coverage.ts';
import { usePlan } from '../cameras/use-plan.ts';

/** How much of the list is in view of a camera, beside the page's name; nothing while there is no plan. */
export function CoverageCount() {
  const hasPlan = usePlan((state) => state.kind === 'open' && state.value.cameras.size > 0);
  return hasPlan ? <Percent /> : null;
}

function Percent() {
  const { inView, readers } = useCoverage();
  return (
    <>
      {percentText(inView, readers)}
      <span className="visually-hidden"> of the readers in view</span>
    </>
  );
}
