import { defineConfig } from 'vitest/config';

/**
 * Unit and property tests stand beside what they test. Core and main run in Node; the window's component tests get a
 * DOM, its plain modules do not need one.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', include: ['core/**/*.test.ts'] } },
      { test: { name: 'electron', include: ['electron/**/*.test.ts'] } },
      {
        test: { name: 'renderer', include: ['renderer/**/*.test.{ts,tsx}'], environment: 'jsdom' },
      },
    ],
    maxWorkers: 2,
  },
});
