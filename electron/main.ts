import { app, dialog } from 'electron';
import { openAppLog } from './app/app-log.ts';
import { prepareStart } from './app/before-ready.ts';
import { watchFaults } from './app/faults.ts';
import { refuseSwitches } from './app/refused-switches.ts';
import { claimDataFolder } from './app/single-instance.ts';
import { registerAppScheme } from './window/app-protocol.ts';

// Everything here must happen before the app is ready, and nothing here may wait for it: an entry module that awaits
// `whenReady` never finishes loading, and Electron is not ready before it has.
prepareStart(app, process.platform);
registerAppScheme();
const { log, file: logFile } = openAppLog(app, process.stderr);
const faults = watchFaults({ process, app, log });

// Read while Chromium starts: none of it asks Electron for anything before `boot` is called.
const reading = import('./boot.ts');
start().catch((error: unknown) => {
  log('Reader Desk could not start.', error);
  cannotStart(error instanceof Error ? error.message : String(error));
});

async function start(): Promise<void> {
  const refused = app.isPackaged ? refuseSwitches(app.commandLine) : null;
  if (refused !== null) {
    await app.whenReady();
    return cannotStart(refused);
  }
  const claim = await claimDataFolder(app, process.platform);
  // The instance that runs already has been told, and comes to the front.
  if (claim.kind === 'another') return app.quit();
  // Before then Linux has no dialogs.
  await app.whenReady();
  if (claim.kind === 'locked out') return cannotStart(claim.message);
  const { boot } = await reading;
  await boot({ log, logFile, faults });
}

function cannotStart(message: string): void {
  dialog.showErrorBox('Reader Desk could not start', message);
  app.exit(1);
}
