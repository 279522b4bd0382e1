import { memo } from 'react';
import type { PlannedReader } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import type { Coverage } from '../../core/cameras/coverage.ts';
import { Ghosts } from './Ghosts.tsx';
import { ReadersList } from './ReadersList.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface PlanSideProps {
  readonly plan: CameraPlan;
  readonly readers: readonly PlannedReader[];
  readonly coverage: Coverage;
  readonly words: readonly string[];
  readonly onPick: (readers: readonly PlannedReader[], beside: Element) => void;
}

/** The readers' side: those no camera sees, ghosts, and what the names suggest. */
export const PlanSide = memo(function PlanSide({ plan, readers, coverage, words, onPick }: PlanSideProps) {
  const { suggestions, isSearching } = useSuggestions(plan, readers);
  return (
    <div className="plan-side">
      <ReadersList plan={plan} readers={readers} withoutCamera={coverage.withoutCamera} words={words} onPick={onPick} />
      <Ghosts ghosts={coverage.ghosts} readers={readers} words={words} />
      <Suggestions suggestions={suggestions} isSearching={isSearching} words={words} />
    </div>
  );
});
