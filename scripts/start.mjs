import './check-node.mjs';
import { buildApp, buildHost } from './build.mjs';
import { hostNode } from './host-node.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { run } from './run.mjs';
import { canSandbox, explainSandbox } from './sandbox.mjs';
import { tour } from './tour.mjs';

// npm start [-- --practice]: installs and builds what is missing, then opens the app; its arguments are passed on. Without a
// display it shows the tour instead.

const { DISPLAY, WAYLAND_DISPLAY } = process.env;
if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
  console.log(
    'This session has no display, so here is a tour of Reader Desk in a window that nobody sees. To open the app, run npm start in a desktop session, or xvfb-run npm start.',
  );
  process.exitCode = await tour();
} else process.exitCode = await start(process.argv.slice(2));

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
