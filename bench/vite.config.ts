import { builtinModules } from 'node:module';
import { dirname, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const file = (name: string) => resolve(import.meta.dirname, name);

/** Bundled modules go on finding what lies beside their sources. */
const keepFolders: Plugin = {
  name: 'keep-folders',
  transform: (code, id) =>
    code.includes('import.meta.dirname') ? code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id))) : null,
};

/** Builds the benchmarks for Node as the product's main is built: what is measured is what is shipped. */
export default defineConfig({
  root,
  logLevel: 'warn',
  plugins: [keepFolders],
  build: {
    ssr: true,
    outDir: resolve(root, 'dist/bench'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: {
        main: file('main.ts'),
        'edit-child': file('kills/edit-child.ts'),
        'open-child': file('journal/open-child.ts'),
        'empty-app': file('window/empty-app.ts'),
        'ag-grid-app': file('window/ag-grid/app.ts'),
        'server-child': file('sweep/server-child.ts'),
      },
      external: [...builtinModules, /^node:/, 'electron'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
