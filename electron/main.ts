import { resolve } from 'node:path';
import { app, dialog } from 'electron';
import { appId } from './app/app-id.ts';
import { registerAppScheme } from './window/app-protocol.ts';

// Everything here must happen before the app is ready, and nothing here may wait for it: an entry module that awaits
// `whenReady` never finishes loading, and Electron is not ready before it has.
app.enableSandbox();
registerAppScheme();
if (process.platform === 'win32') app.setAppUserModelId(appId);
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', resolve(dataFolder));

if (app.requestSingleInstanceLock()) {
  // Read while Chromium starts: none of it asks Electron for anything before `boot` is called.
  const reading = import('./boot.ts');
  Promise.all([reading, app.whenReady()])
    .then(([{ boot }]) => boot())
    .catch((error: unknown) => {
      dialog.showErrorBox('Reader Desk could not start', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
} else {
  // The instance that runs already has been told, and comes to the front.
  app.quit();
}
