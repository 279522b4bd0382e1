import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const nodeBuiltins = builtinModules.flatMap((name) => (name.startsWith('node:') ? name : [name, `node:${name}`]));
const external = ['electron', ...nodeBuiltins];

/** One file builds the three bundles: the window (top level), main (ESM) and the preload (one CommonJS file). */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'preload'] as const) {
        const environment = builder.environments[name];
        if (!environment) throw new Error(`vite.config.ts does not define the environment "${name}".`);
        await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: { outDir: resolve(root, 'dist/renderer'), emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0 },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        outDir: resolve(root, 'dist/main'),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rollupOptions: {
          // Beside main, one program for each process and thread it starts.
          input: {
            main: resolve(root, 'electron/main.ts'),
            'import-program': resolve(root, 'electron/import/import-program.ts'),
            'import-worker': resolve(root, 'electron/import/import-worker.ts'),
            'list-worker': resolve(root, 'electron/camio/list-worker.ts'),
            'xlsx-worker': resolve(root, 'electron/spreadsheet/xlsx-worker.ts'),
            'rename-worker': resolve(root, 'electron/rename/rename-worker.ts'),
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        outDir: resolve(root, 'dist/preload'),
        emptyOutDir: true,
        target: 'chrome140',
        minify: false,
        rollupOptions: {
          input: resolve(root, 'electron/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
        },
      },
    },
  },
});
