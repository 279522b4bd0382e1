import { coreFigures } from './core/core-figures.ts';
import { importFigures } from './import/import-figures.ts';
import { journalFigures } from './journal/journal-figures.ts';
import { killFigures } from './kills/kill-figures.ts';
import { describeMachine, lookAtLoad } from './machine.ts';
import type { Figure } from './measure/figure.ts';
import { type BenchOptions, readOptions, type SectionName } from './measure/options.ts';
import { planFigures } from './plan/plan-figures.ts';
import { sweepFigures } from './sweep/sweep-figures.ts';
import { type TakenFigure, tableOf } from './table.ts';
import { windowFigures } from './window/window-figures.ts';

// node --expose-gc dist/bench/main.js [--quick] [--only=core,journal,import,plan,sweep,kills,window]
// Takes the sections one after the other and prints one table. A missed target does not fail the run.

const takers: { readonly [S in SectionName]: (options: BenchOptions) => AsyncIterable<Figure> } = {
  core: coreFigures,
  journal: journalFigures,
  import: importFigures,
  plan: planFigures,
  sweep: sweepFigures,
  kills: killFigures,
  window: windowFigures,
};

const options = askedFor(process.argv.slice(2));
console.log(describeMachine());
if (options.isQuick) console.log('Quick run: few samples, not to be quoted.');

const figures: TakenFigure[] = [];
const broken: string[] = [];
for (const [index, section] of options.sections.entries()) {
  const before = await lookAtLoad({ isFirst: index === 0 });
  console.log(`\n${section} (before: ${before.text})`);
  const taken: Figure[] = [];
  try {
    for await (const figure of takers[section](options)) {
      taken.push(figure);
      console.log(`  ${figure.what}: ${figure.measured}`);
    }
  } catch (error) {
    broken.push(section);
    console.error(`The section "${section}" could not be taken to its end.`, error);
  }
  const after = await lookAtLoad({ isFirst: false });
  console.log(`  (after: ${after.text})`);
  const isBusy = before.isBusy || after.isBusy;
  for (const figure of taken) figures.push({ ...figure, section, isBusy });
}

console.log(`\n${tableOf(figures)}\n`);
const missed = figures.filter(({ isMet }) => isMet === false).length;
const met = figures.filter(({ isMet }) => isMet === true).length;
console.log(`${met} met, ${missed} missed${broken.length > 0 ? `, could not run: ${broken.join(', ')}` : ''}`);
process.exitCode = broken.length > 0 ? 1 : 0;

/** The options; where they make no sense, a sentence that says so, and the end. */
function askedFor(args: readonly string[]): BenchOptions {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
