import './check-node.mjs';
import { buildApp, buildHost } from './build.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { runNode } from './run.mjs';

// npm run bench [-- --quick] [-- --only=core,journal,kills,window]: builds what is missing and prints every figure with
// its target and its peer. A missed target is a figure, not a failure; the exit code says whether all of it could run.

process.exitCode = (await prepare())
  ? await runNode('--expose-gc', ['dist/bench/main.js', ...process.argv.slice(2)])
  : 1;

async function prepare() {
  if (!(await installDependencies()) || !(await installChromium())) return false;
  if (!(await buildApp()) || !(await buildHost())) return false;
  return (await runNode('node_modules/vite/bin/vite.js', ['build', '--config', 'bench/vite.config.ts'])) === 0;
}
