import { join } from 'node:path';
import { createOpenImportProcess, type OpenImportProcess } from '../import/import-process.ts';
import type { StartProcess } from '../process/own-process.ts';
import { buildProgram } from './built-program.ts';
import { startForked } from './fork-program.ts';

/** The programs of an import as they are built, run by plain Node. Takes a moment: once for a test file. */
export async function builtImport(): Promise<{
  /** `onStart` is handed what kills the process without a word. */
  open(
    limits?: { readonly memoryMb: number; readonly answerMs: number },
    onStart?: (kill: () => void) => void,
  ): OpenImportProcess;
  remove(): Promise<void>;
}> {
  const folder = join(import.meta.dirname, '../import');
  const [program, worker] = await Promise.all(
    ['import-program.ts', 'import-worker.ts'].map((name) => buildProgram(join(folder, name))),
  );
  if (!program || !worker) throw new Error('The programs of an import were not built.');
  const programs = { program: program.url, worker: worker.url };
  return {
    open(limits, onStart) {
      const start: StartProcess = (url, listener) => {
        const child = startForked(url, listener);
        onStart?.(child.kill);
        return child;
      };
      return createOpenImportProcess(start, programs, limits);
    },
    remove: async () => void (await Promise.all([program.remove(), worker.remove()])),
  };
}
