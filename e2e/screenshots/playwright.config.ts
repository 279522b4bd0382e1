import { defineConfig } from '@playwright/test';

/** `npm run screenshots`: pictures of every page for looking at, light and dark, at the smallest and the usual size. */
export default defineConfig({
  testDir: '.',
  testMatch: ['main-job.ts', 'bulk-and-plan.ts', 'commissioning.ts', 'readme.ts'],
  outputDir: '../../test-results/screenshots-run',
  workers: 1,
  timeout: 180_000,
  globalSetup: '../build.ts',
  reporter: 'list',
});
