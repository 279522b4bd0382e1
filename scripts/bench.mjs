import './check-node.mjs';
import { buildApp, buildHost } from './build.mjs';
import { findChromium } from './find-chromium.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { runNode } from './run.mjs';

// npm run bench [-- --quick] [-- --only=core,journal,import,plan,sweep,kills,window]: builds what is missing and prints every figure with
// its target and its peer. A missed target is a figure, not a failure; the exit code says whether all of it could run.

process.exitCode = (await prepare())
  ? await runNode('--expose-gc', ['dist/bench/main.js', ...process.argv.slice(2)], await sameBrowserAsStart())
  : 1;

/** What a person gets who starts the app: tests run in a lighter browser. */
async function sameBrowserAsStart() {
  const path = await findChromium();
  return path === null ? {} : { env: { CHROMIUM_PATH: path } };
}

async function prepare() {
  if (!(await installDependencies()) || !(await installChromium())) return false;
  if (!(await buildApp()) || !(await buildHost())) return false;
  for (const config of ['bench/vite.config.ts', 'bench/window/ag-grid/vite.config.ts']) {
    if ((await runNode('node_modules/vite/bin/vite.js', ['build', '--config', config])) !== 0) return false;
  }
  return true;
}
