import { defineConfig } from 'vitest/config';

// Numbers and dates follow the system's locale, and the tests expect English ones. Workers inherit this.
process.env.LC_ALL = 'en_US.UTF-8';

/** Longer than any passing test needs, also on a slow machine. */
const testTimeout = 60_000;
const longTestTimeout = 10 * 60_000;

/**
 * Unit and property tests stand beside what they test. Core and main run in Node; the window's component tests get a
 * DOM, its plain modules do not need one. `npm run test:long` (mode "long") adds the files named *.long.test.ts, and
 * tests that ask `cases()` try more of them.
 */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  const shared = {
    testTimeout: isLong ? longTestTimeout : testTimeout,
    exclude: isLong ? [] : ['**/*.long.test.*'],
    provide: { isLong },
  };
  return {
    test: {
      projects: [
        // Modules keep no state of the app, so test files share them: reading zod and fast-check again for each took longest.
        { test: { ...shared, name: 'core', include: ['core/**/*.test.ts'], isolate: false } },
        { test: { ...shared, name: 'electron', include: ['electron/**/*.test.ts'], isolate: false } },
        { test: { ...shared, name: 'renderer', include: ['renderer/**/*.test.ts'], isolate: false } },
        { test: { ...shared, name: 'components', include: ['renderer/**/*.test.tsx'], environment: 'jsdom' } },
        { test: { ...shared, name: 'scripts', include: ['scripts/**/*.test.mjs'] } },
      ],
      maxWorkers: 2,
    },
  };
});
