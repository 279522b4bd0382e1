import type { Figure } from '../measure/figure.ts';
import type { BenchOptions } from '../measure/options.ts';
import { inScratchFolder } from '../measure/scratch-folder.ts';
import { killApp } from './app-kills.ts';
import { killFiguresOf } from './kill-tally.ts';
import { killStore } from './store-kills.ts';

/** No edit that was called saved may be lost, whenever the program is killed. */
export async function* killFigures({ isQuick }: BenchOptions): AsyncGenerator<Figure> {
  const store = await inScratchFolder((folder) => killStore(folder, isQuick ? 10 : 200));
  yield* killFiguresOf('a process editing, rebasing and compacting', store);
  const app = await inScratchFolder((folder) => killApp(folder, isQuick ? 3 : 200));
  yield* killFiguresOf('the app editing, compacting and pushing', app);
}
