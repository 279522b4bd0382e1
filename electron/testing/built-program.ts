import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** A program or a thread's, built as vite.config.ts builds it; Node cannot run the source. */
export interface BuiltProgram {
  readonly path: string;
  readonly url: URL;
  remove(): Promise<void>;
}

/** Builds the program whose source is at `entry`. Takes a moment: once for a test file. */
export async function buildProgram(entry: string): Promise<BuiltProgram> {
  return buildInto(await makeFolder(), entry);
}

/** Builds a program that calls this function of a module with its arguments. */
export async function buildProgramOf(
  module: string,
  { name }: (args: string[]) => Promise<void>,
): Promise<BuiltProgram> {
  const root = await makeFolder();
  const entry = join(root, 'entry.ts');
  await writeFile(entry, `import { ${name} } from ${JSON.stringify(module)};\nawait ${name}(process.argv.slice(2));\n`);
  return buildInto(root, entry);
}

function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'reader-desk-program-'));
}

async function buildInto(root: string, entry: string): Promise<BuiltProgram> {
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
  const path = join(root, 'program.mjs');
  return { path, url: pathToFileURL(path), remove: () => rm(root, { recursive: true, force: true }) };
}
