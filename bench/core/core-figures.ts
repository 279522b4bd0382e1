import { validateList } from '../../core/checks/validate.ts';
import { replay, startDraft } from '../../core/draft/draft.ts';
import { draftChanges } from '../../core/draft/draft-changes.ts';
import { mergeDraft } from '../../core/draft/merge-draft.ts';
import { mergeLists } from '../../core/draft/merge-lists.ts';
import { diffLists } from '../../core/readers/diff.ts';
import { type Figure, type Peer, timing } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { short } from '../measure/samples.ts';
import { time } from '../measure/stopwatch.ts';
import { campusInMotion } from './campus-in-motion.ts';
import { draftMemory } from './draft-memory.ts';
import { diffByNestedFind, diffBySorting, mergeByText, replayByCopies, validateBySchema } from './naive-lists.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const replayedActions = 10_000;
/** Searching the other list for every reader is hopeless beyond this. */
const quadraticUpTo = 10_000;
/** A reader may cost this much more in the longest list than in the shortest: caches are left behind. Quadratic is 100. */
const linearUpTo = 3;
/** A naive way may take very long; a few looks at it are enough. */
const peerMeasure = { times: 3, atMostMs: 2_000 };

interface Work {
  readonly what: string;
  readonly atMostMs: number | null;
  readonly run: () => unknown;
  readonly peer: { readonly name: string; readonly run: () => unknown } | null;
}

/** The list's own work at three sizes, each beside a naive way of doing it, and how its time grows. */
export async function* coreFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const measure = isQuick ? { times: 5 } : { times: 20, enoughMs: 500 };
  const quickest = new Map<string, number[]>();
  for (const size of sizes) {
    for (const { what, atMostMs, run, peer } of workOn(size)) {
      const samplesMs = time(run, measure);
      const beside: Peer | undefined = peer ? { name: peer.name, samplesMs: time(peer.run, peerMeasure) } : undefined;
      quickest.set(what, [...(quickest.get(what) ?? []), Math.min(...samplesMs) / size]);
      yield timing({
        what: `${what}, ${size.toLocaleString('en')} readers`,
        samplesMs,
        atMostMs: size === 100_000 ? atMostMs : null,
        ...(beside ? { peer: beside } : {}),
      });
    }
  }
  for (const [what, perReaderMs] of quickest) yield growth(what, perReaderMs);
  yield* draftMemory(sizes);
}

/** Of the quickest runs, which other work on the machine disturbs least. */
function growth(what: string, perReaderMs: readonly number[]): Figure {
  const ratio = (perReaderMs.at(-1) ?? Number.NaN) / (perReaderMs[0] ?? Number.NaN);
  return {
    what: `growth of ${what}: time per reader at 100,000 beside 1,000 readers`,
    target: `≤ ${linearUpTo} ×`,
    measured: `${short(ratio)} ×`,
    peer: null,
    isMet: ratio <= linearUpTo,
  };
}

function workOn(size: number): Work[] {
  const { base, draft, mine, remote } = campusInMotion(size);
  const choices = new Map(mergeLists(draft.rows, remote.readers).clashes.map(({ row }) => [row, 'mine' as const]));
  const start = startDraft({ readers: base, readAt: remote.readAt });
  const names = Array.from({ length: replayedActions }, (_, index) => ({
    row: (index * 7_919) % size,
    name: `Name ${index}`,
  }));
  const renames = names.map((name) => ({ kind: 'rename' as const, names: [name] }));
  return [
    {
      what: 'diff of two lists',
      atMostMs: 60,
      run: () => diffLists(mine, remote.readers),
      peer:
        size <= quadraticUpTo
          ? { name: 'a find in the other list for each reader', run: () => diffByNestedFind(mine, remote.readers) }
          : { name: 'sorting both lists and walking along them', run: () => diffBySorting(mine, remote.readers) },
    },
    { what: 'changes of a draft', atMostMs: 60, run: () => draftChanges(draft), peer: null },
    {
      what: 'three-way merge, clashes found',
      atMostMs: 100,
      run: () => mergeLists(draft.rows, remote.readers),
      peer: { name: 'three maps of JSON texts', run: () => mergeByText(base, mine, remote.readers) },
    },
    {
      what: 'three-way merge, done in the draft',
      atMostMs: 100,
      run: () => mergeDraft(draft, remote, choices),
      peer: { name: 'three maps of JSON texts', run: () => mergeByText(base, mine, remote.readers) },
    },
    {
      what: 'validate',
      atMostMs: 100,
      run: () => validateList(draft.rows),
      peer: { name: 'a zod schema with fewer rules', run: () => validateBySchema(mine) },
    },
    {
      what: `replay of ${replayedActions.toLocaleString('en')} actions`,
      atMostMs: null,
      run: () => replay(start, renames),
      peer: { name: 'a copy of the list per action', run: () => replayByCopies(base, names) },
    },
  ];
}
