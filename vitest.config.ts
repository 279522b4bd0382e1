import { defineConfig } from 'vitest/config';

/** Room for a slow machine: a test that passes does not wait for it. */
const testTimeout = 20_000;

/**
 * Unit and property tests stand beside what they test. Core and main run in Node; the window's component tests get a
 * DOM, its plain modules do not need one.
 */
export default defineConfig({
  test: {
    projects: [
      // Core has no state, so its tests share their modules: reading zod and fast-check anew for each file took longest.
      { test: { name: 'core', include: ['core/**/*.test.ts'], isolate: false, testTimeout } },
      { test: { name: 'electron', include: ['electron/**/*.test.ts'], testTimeout } },
      { test: { name: 'renderer', include: ['renderer/**/*.test.ts'], testTimeout } },
      { test: { name: 'components', include: ['renderer/**/*.test.tsx'], environment: 'jsdom', testTimeout } },
      { test: { name: 'scripts', include: ['scripts/**/*.test.mjs'], testTimeout } },
    ],
    maxWorkers: 2,
  },
});
