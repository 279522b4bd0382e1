import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** A thread's program, built as vite.config.ts builds it; Node cannot run the source. */
export interface BuiltThread {
  readonly program: URL;
  remove(): Promise<void>;
}

/** Builds the program whose source is at `entry`. Takes a moment: once for a test file. */
export async function buildThread(entry: string): Promise<BuiltThread> {
  const root = await mkdtemp(join(tmpdir(), 'reader-desk-thread-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: root,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
  return {
    program: pathToFileURL(join(root, 'program.mjs')),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
