import { parseArgs } from 'node:util';

export const sectionNames = ['core', 'journal', 'import', 'plan', 'sweep', 'kills', 'window'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface BenchOptions {
  readonly sections: readonly SectionName[];
  /** Few samples: to see whether the benchmarks work, not to quote them. */
  readonly isQuick: boolean;
}

/** Reads `--quick` and `--only=core,window`. Throws, with what is allowed, on anything else. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const wanted = values.only?.split(',') ?? sectionNames;
  const unknown = wanted.find((name) => !sectionNames.some((section) => section === name));
  if (unknown !== undefined) throw new Error(`There is no section "${unknown}": choose of ${sectionNames.join(', ')}.`);
  return { sections: sectionNames.filter((name) => wanted.includes(name)), isQuick: values.quick };
}
