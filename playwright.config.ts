import { defineConfig } from '@playwright/test';

/** Specs run against the built app, in Electron where its binary is installed, else in the Chromium host. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/build.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Room for a slow machine: a spec that passes does not wait for these.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/e2e-results.json' }]],
});
