import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Builds the page of the AG Grid peer for the browser, as a product would ship it. */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    outDir: resolve(root, 'dist/bench-page'),
    emptyOutDir: true,
    target: 'chrome140',
    lib: { entry: resolve(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: () => 'ag-grid.js' },
    chunkSizeWarningLimit: 2_000,
  },
});
