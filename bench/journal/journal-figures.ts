import type { Figure } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { inScratchFolder } from '../measure/scratch-folder.ts';
import { acknowledgement } from './acknowledgement.ts';
import { compaction } from './compaction.ts';
import { opening } from './opening.ts';

/** What keeping a draft on disk costs, through the same store that main uses. */
export async function* journalFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const edits = isQuick ? 30 : 300;
  for (const readers of [1_000, 100_000])
    yield await inScratchFolder((folder) => acknowledgement(folder, readers, edits));
  yield await inScratchFolder((folder) => compaction(folder, isQuick ? 400 : 1_500));
  yield await inScratchFolder((folder) => opening(folder, isQuick ? 2 : 10));
}
