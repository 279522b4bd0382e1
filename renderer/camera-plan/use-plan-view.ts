import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Camera, PlannedReader } from '../../core/cameras/camera.ts';
import { type CameraPlan, emptyPlan } from '../../core/cameras/camera-plan.ts';
import { CamerasInOrder } from '../../core/cameras/cameras-in-order.ts';
import { filterWords } from '../../core/text/fold-text.ts';
import type { Picking } from '../cameras/assignment.ts';
import { usePlan } from '../cameras/use-plan.ts';
import { usePlannedReaders } from '../cameras/use-planned-readers.ts';
import { inSlices } from '../sessions/in-slices.ts';
import { CameraFilter, foldAhead } from './plan-filter.ts';

/** The readers the plan speaks of: those of the list, and ghosts by the name they last had. */
export interface ReadersById {
  readonly of: (id: string) => PlannedReader;
  readonly isGhost: (reader: PlannedReader) => boolean;
}

export interface PlanFilter {
  readonly text: string;
  /** Only cameras that see no reader. */
  readonly isWithoutReader: boolean;
}

interface PlanView {
  readonly plan: CameraPlan;
  /** Every camera, in the order shown. */
  readonly cameras: readonly Camera[];
  readonly shown: readonly Camera[];
  /** Of the filter, as far as it was followed. */
  readonly words: readonly string[];
  readonly list: readonly PlannedReader[];
  readonly readers: ReadersById;
}

/**
 * The plan as the page shows it. What a multi-select is open for stays in sight, whatever the filter says of it now, and
 * so do the cameras of these ids.
 */
export function usePlanView(filter: PlanFilter, picking: Picking | null, inSight: ReadonlySet<string>): PlanView {
  const plan = usePlan((state) => (state.kind === 'open' ? state.value : emptyPlan));
  const { list, byId } = usePlannedReaders();
  const [inOrder] = useState(() => new CamerasInOrder());
  const cameras = inOrder.of(plan.cameras);
  const { text, isWithoutReader } = useDeferredValue(filter);
  const words = useMemo(() => filterWords(text), [text]);

  useEffect(() => inSlices(foldAhead(cameras, list), { done: () => {} }), [cameras, list]);

  const { names } = plan;
  const readers = useMemo<ReadersById>(
    () => ({
      of: (id) => byId.get(id) ?? { id, name: names.get(id) ?? '' },
      isGhost: ({ id }) => !byId.has(id),
    }),
    [byId, names],
  );

  const [cameraFilter] = useState(() => new CameraFilter());
  const shown = useMemo(() => {
    const found = cameraFilter.passing({ cameras, views: plan.views, readers }, words);
    const picked = picking?.kind === 'readers' ? picking.cameras.map(({ id }) => id) : [];
    const kept = new Set([...inSight, ...picked]);
    if (!isWithoutReader && (kept.size === 0 || words.length === 0)) return found;
    const passing = new Set(found);
    return cameras.filter(
      (camera) => kept.has(camera.id) || (passing.has(camera) && !(isWithoutReader && plan.views.has(camera.id))),
    );
  }, [cameraFilter, cameras, words, isWithoutReader, plan, readers, picking, inSight]);

  return { plan, cameras, shown, words, list, readers };
}
