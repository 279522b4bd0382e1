import { defineConfig } from '@playwright/test';

/** `npm run tour`: the main job on the practice account, told step by step, with pictures. */
export default defineConfig({
  testDir: '.',
  testMatch: 'tour.ts',
  outputDir: '../../test-results/tour-run',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  globalSetup: '../build.ts',
  reporter: './told.ts',
});
