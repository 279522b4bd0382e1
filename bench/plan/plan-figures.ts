import type { PlannedReader } from '../../core/cameras/camera.ts';
import { applyPlanAction, type CameraPlan } from '../../core/cameras/camera-plan.ts';
import { coverage } from '../../core/cameras/running-coverage.ts';
import { startDraft } from '../../core/draft/draft.ts';
import { Suggester, suggestViews } from '../../core/suggestions/suggestions.ts';
import { listedReaders } from '../../core/worksheet/listed-readers.ts';
import { worksheetLines } from '../../core/worksheet/worksheet.ts';
import { noWorksheet } from '../../core/worksheet/worksheet-round.ts';
import { createPlanStore } from '../../electron/cameras/plan-store.ts';
import { accepted } from '../measure/accepted.ts';
import { type Figure, timing } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { short } from '../measure/samples.ts';
import { inScratchFolder } from '../measure/scratch-folder.ts';
import { time, timeOnce } from '../measure/stopwatch.ts';
import { keepPlan } from './plan-desk.ts';
import { planWindowFigures } from './plan-window.ts';
import { plannedCampus } from './planned-campus.ts';

const sizes = [1_000, 10_000] as const;
/** A camera may cost this much more in the longer plan than in the shorter: caches are left behind. Quadratic is 10. */
const linearUpTo = 3;

interface Work {
  readonly what: string;
  readonly atMostMs: number | null;
  readonly run: () => unknown;
  /** Costs what it touches, so that it may not grow with the plan at all. */
  readonly isLocal?: true;
}

/** The camera plan at two sizes, with two readers for each camera, and how its time grows. */
export async function* planFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const measure = isQuick ? { times: 3 } : { times: 10, enoughMs: 500 };
  const quickest = new Map<Work['what'], { readonly isLocal: boolean; readonly perCameraMs: number[] }>();
  for (const cameras of sizes) {
    const { readers, bare, full } = plannedCampus(cameras);
    for (const { what, atMostMs, run, isLocal = false } of workOn(bare, full, readers)) {
      const samplesMs = time(run, isLocal ? { times: 1_000 } : measure);
      const { perCameraMs } = quickest.get(what) ?? { perCameraMs: [] };
      const units = isLocal ? 1 : cameras;
      quickest.set(what, { isLocal, perCameraMs: [...perCameraMs, Math.min(...samplesMs) / units] });
      yield timing({ what: `${what}, ${size(cameras)}`, samplesMs, atMostMs: cameras === 10_000 ? atMostMs : null });
    }
    if (cameras === 10_000) yield longestStep(bare, readers);
  }
  for (const [what, { isLocal, perCameraMs }] of quickest) yield growth(what, isLocal, perCameraMs);
  yield await inScratchFolder((folder) => opening(folder, isQuick ? 2 : 10));
  yield* await inScratchFolder((folder) => planWindowFigures(folder, isQuick));
}

const size = (cameras: number) =>
  `${cameras.toLocaleString('en')} cameras × ${(cameras * 2).toLocaleString('en')} readers`;

function workOn(bare: CameraPlan, full: CameraPlan, readers: readonly PlannedReader[]): Work[] {
  const listed = listedReaders(startDraft({ readers, readAt: new Date(0).toISOString() }).rows);
  return [
    {
      what: 'assigning a reader',
      atMostMs: 16,
      isLocal: true,
      run: assigning(bare, readers),
    },
    { what: 'coverage', atMostMs: 50, run: () => coverage(full, readers, []) },
    { what: 'suggestions where nothing is assigned', atMostMs: 1_000, run: () => suggestViews(bare, readers) },
    { what: 'worksheet', atMostMs: 100, run: () => worksheetLines(full, listed, noWorksheet, 'all') },
  ];
}

/** Assigns the next reader with every call, camera after camera. */
function assigning(bare: CameraPlan, readers: readonly PlannedReader[]): () => unknown {
  const cameraIds = [...bare.cameras.keys()];
  let plan = bare;
  let done = 0;
  return () => {
    const cameraId = cameraIds[done % cameraIds.length];
    const reader = readers[Math.floor(done / cameraIds.length) % readers.length];
    if (cameraId === undefined || !reader) throw new Error('The campus has no cameras or no readers.');
    const applied = applyPlanAction(plan, { kind: 'assign', views: [{ cameraId, reader }] });
    done += 1;
    // Once everything is assigned to everything, it begins anew.
    plan = applied.ok ? applied.value.plan : bare;
    return plan;
  };
}

/** How long the window waits at most while suggestions are looked for, a step at a time. */
function longestStep(bare: CameraPlan, readers: readonly PlannedReader[]): Figure {
  const steps = new Suggester().suggest(bare, readers);
  const samplesMs: number[] = [];
  for (let isDone: boolean | undefined = false; !isDone; ) {
    samplesMs.push(...time(() => (isDone = steps.next().done), { times: 1 }));
  }
  return timing({ what: `a step of the suggestions, ${size(10_000)}`, samplesMs, atMostMs: 16 });
}

/** Of the quickest runs, which other work on the machine disturbs least. */
function growth(what: string, isLocal: boolean, perCameraMs: readonly number[]): Figure {
  const ratio = (perCameraMs.at(-1) ?? Number.NaN) / (perCameraMs[0] ?? Number.NaN);
  return {
    what: `growth of ${what}: time${isLocal ? '' : ' per camera'} at 10,000 beside 1,000 cameras`,
    target: `≤ ${linearUpTo} ×`,
    measured: `${short(ratio)} ×`,
    peer: null,
    isMet: ratio <= linearUpTo,
  };
}

/** From the files of a program that was quit to the plan in memory. */
async function opening(folder: string, times: number): Promise<Figure> {
  await keepPlan(folder, plannedCampus(10_000));
  const store = () => createPlanStore({ connections: { folder: () => folder } });
  const samplesMs: number[] = [];
  for (let run = 0; run < times; run++) {
    samplesMs.push(await timeOnce(async () => accepted(await store().open('bench'))));
  }
  return timing({ what: `opening a plan, ${size(10_000)}`, samplesMs, atMostMs: 1_000 });
}
