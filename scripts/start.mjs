import './check-node.mjs';
import { buildApp, buildHost } from './build.mjs';
import { hostNode } from './host-node.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { run } from './run.mjs';
import { canSandbox, explainSandbox } from './sandbox.mjs';

// npm start [-- --practice]: installs and builds what is missing, then opens the app; its arguments are passed on.

const { DISPLAY, WAYLAND_DISPLAY } = process.env;
if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
  console.error(
    'Reader Desk cannot open its window: this session has no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Run it in a desktop session, or with a virtual display: xvfb-run npm start',
  );
  process.exit(1);
}
process.exitCode = await start(process.argv.slice(2));

/** @param {readonly string[]} args */
async function start(args) {
  if (!(await installDependencies()) || !(await buildApp())) return 1;
  // Loaded only now: it asks for the electron package, which is one of the dependencies.
  const { installElectron } = await import('./install-electron.mjs');
  const electron = await installElectron();
  if (electron !== null) {
    explainSandbox();
    return run(electron, [...(canSandbox() ? [] : ['--no-sandbox']), '.', ...args]);
  }
  console.log('Electron cannot be downloaded here, so Reader Desk opens in a window of Chromium instead.');
  if (!(await installChromium()) || !(await buildHost())) return 1;
  return run(hostNode().path, ['dist/host/main.js', '--visible', 'dist/main/main.js', ...args]);
}
