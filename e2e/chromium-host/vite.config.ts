import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const file = (name: string) => resolve(import.meta.dirname, name);

/** Builds the Chromium host for Node: its entry, the stand-in for `electron` and the hook that puts it in place. */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: resolve(root, 'dist/host'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: {
        main: file('main.ts'),
        electron: file('electron.ts'),
        'resolve-electron': file('resolve-electron.ts'),
      },
      external: [...builtinModules, /^node:/, 'playwright', 'zod'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
