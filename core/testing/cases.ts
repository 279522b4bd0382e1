import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether this is `npm run test:long`; set in vitest.config.ts. */
    isLong: boolean;
  }
}

/** How many cases a property or kill test tries: `everyRun` in `npm test`, `long` in `npm run test:long`. */
export function cases(everyRun: number, long = 10 * everyRun): number {
  return inject('isLong') ? long : everyRun;
}
