import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit and property tests stand beside what they test; only the window's need a DOM. */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { name: 'core and main', environment: 'node', include: ['{core,electron}/**/*.test.ts'] } },
      { extends: true, test: { name: 'window', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'] } },
    ],
  },
});
