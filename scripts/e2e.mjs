import './check-node.mjs';
import { runNode } from './run.mjs';

// npm run e2e [-- --electron] [-- <Playwright's arguments>]: the specs, in the Chromium host unless Electron is asked for.

const args = process.argv.slice(2);
const inElectron = args.includes('--electron');
process.exitCode = (await hasItsRuntime())
  ? await runNode('node_modules/playwright/cli.js', ['test', ...args.filter((arg) => arg !== '--electron')], {
      env: { READER_DESK_SPECS_IN: inElectron ? 'electron' : 'chromium' },
    })
  : 1;

/** The Chromium host's Chromium is found, or missed, when the first app starts. */
async function hasItsRuntime() {
  if (!inElectron) return true;
  const { installElectron } = await import('./install-electron.mjs');
  if ((await installElectron()) !== null) return true;
  console.error('The specs cannot run in Electron: its binary is not there. Without --electron they run in Chromium.');
  return false;
}
