import './check-node.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { runNode } from './run.mjs';

/**
 * Shows the main job on the practice account in a window that nobody sees: what happens is printed step by step, and
 * pictures are saved. Answers the exit code.
 */
export async function tour() {
  if (!(await installDependencies()) || !(await installChromium({ headless: true }))) return 1;
  return runNode('node_modules/playwright/cli.js', ['test', '--config', 'e2e/tour']);
}

// npm run tour
if (process.argv[1] === import.meta.filename) process.exitCode = await tour();
