import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Builds the cases of the contract as a main process. */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: resolve(root, 'dist/contract'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: resolve(import.meta.dirname, 'main.ts'),
      external: [...builtinModules, /^node:/, 'electron'],
      output: { format: 'es', entryFileNames: 'main.js' },
    },
  },
});
