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
      { test: { name: 'core', include: ['core/**/*.test.ts'], testTimeout } },
      { test: { name: 'electron', include: ['electron/**/*.test.ts'], testTimeout } },
      {
        test: { name: 'renderer', include: ['renderer/**/*.test.{ts,tsx}'], environment: 'jsdom', testTimeout },
      },
    ],
    maxWorkers: 2,
  },
});
