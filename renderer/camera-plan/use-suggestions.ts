import { useEffect, useMemo, useState } from 'react';
import type { PlannedReader } from '../../core/cameras/camera.ts';
import type { CameraPlan } from '../../core/cameras/camera-plan.ts';
import { Suggester, type Suggestion } from '../../core/suggestions/suggestions.ts';
import { inSlices } from '../sessions/in-slices.ts';

interface Found {
  readonly suggestions: readonly Suggestion[];
  /** The plan or the list has moved on since; new ones are being looked for. */
  readonly isSearching: boolean;
}

/** What the person just did is on the screen by then, and several acts in a row are searched for once. */
const afterMs = 200;

/** Which readers the cameras may well see, by their names. They follow the plan a moment later. */
export function useSuggestions(plan: CameraPlan, readers: readonly PlannedReader[]): Found {
  const [suggester] = useState(() => new Suggester());
  const [found, setFound] = useState<{ of: CameraPlan; in: readonly PlannedReader[]; list: readonly Suggestion[] }>();

  useEffect(() => {
    const done = (list: readonly Suggestion[]) => setFound({ of: plan, in: readers, list });
    return inSlices(suggester.suggest(plan, readers), { done, afterMs });
  }, [suggester, plan, readers]);

  // What was applied meanwhile is no suggestion any more.
  const suggestions = useMemo(
    () => found?.list.filter(({ camera, reader }) => isOpen(plan, camera.id, reader.id)) ?? none,
    [found, plan],
  );
  return {
    suggestions,
    isSearching: found?.of !== plan || found.in !== readers,
  };
}

const none: readonly Suggestion[] = [];

function isOpen({ cameras, views }: CameraPlan, cameraId: string, readerId: string): boolean {
  return cameras.has(cameraId) && !views.get(cameraId)?.has(readerId);
}
