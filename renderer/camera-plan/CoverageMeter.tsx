import { phraseCoverage } from '../cameras/phrase-plan.ts';
import { useCoverage } from '../cameras/use-coverage.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** How many readers are in view of a camera, in words and as a bar. */
export function CoverageMeter() {
  const { inView, readers } = useCoverage();
  return (
    <div className="coverage">
      <span className="ellipsis">{phraseCoverage({ inView, readers })}</span>
      <ProgressBar label="Coverage" done={inView} total={readers} />
    </div>
  );
}
