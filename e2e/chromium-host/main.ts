import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, describeApp, emitReady } from './app.ts';
import { openWindowsIn } from './browser-window.ts';
import { joinChromium, startChromium } from './chromium.ts';
import { isControlled, listenToLauncher, tellLauncher } from './control.ts';
import { watchFaults } from './faults.ts';
import { closeDeniedPopups } from './popups.ts';
import { isReadOnly } from './read-only.ts';
import { watchRequests } from './requests.ts';

// node dist/host/main.js [--visible | --chromium=<DevTools endpoint>] <main bundle> [arguments for the app]
// Runs the built main process as Electron would, with pages of Chromium as its windows: of one that it starts, or of the one
// that is named.

const hostFile = process.argv[1] ?? '';
const [, , option = ''] = process.argv;
const visible = option === '--visible';
const [, running] = /^--chromium=(.+)$/.exec(option) ?? [];
const [mainBundle, ...appArguments] = process.argv.slice(visible || running ? 3 : 2);
if (mainBundle === undefined) throw new Error('Which main bundle is to be run?');

const mainFile = resolve(mainBundle);
describeApp(mainFile, appArguments);
process.argv = [process.execPath, mainFile, ...appArguments];
const userDataDir = app.getPath('userData');
try {
  mkdirSync(userDataDir, { recursive: true });
} catch (error) {
  // Main finds that out by itself, as in Electron.
  if (!isReadOnly(error)) throw error;
}

watchFaults();
listenToLauncher(() => app.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

const starting = running
  ? joinChromium(running)
  : startChromium({ userDataDir, headless: !visible, debuggable: isControlled() });
const context = starting.then((chromium) => chromium.context);
openWindowsIn(context);

register('./resolve-electron.js', import.meta.url);
// Ready comes only after this: a main that waits for it while it is being evaluated hangs here as it does in Electron.
const [chromium] = await Promise.all([starting, import(pathToFileURL(mainFile).href)]);

await watchRequests(chromium.context);
closeDeniedPopups(chromium.context);
/** A process of its own, of which a launcher would not know. */
function startAgain(args: readonly string[]): void {
  if (isControlled()) return;
  const host = [...process.execArgv, hostFile, ...(visible ? ['--visible'] : [])];
  spawn(process.execPath, [...host, ...args], { detached: true, stdio: 'inherit' }).unref();
}

emitReady(() => chromium.close(), startAgain);
if (chromium.window !== null) tellLauncher({ kind: 'window', ...chromium.window });
