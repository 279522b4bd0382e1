import { resolve } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';

// What a start costs in the same host without Reader Desk: one window with a page that has nothing but its `main`.

const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
app.setPath('userData', resolve(app.commandLine.getSwitchValue('user-data-dir')));

const page = '<!doctype html><html lang="en"><title>Empty</title><main>Empty</main></html>';

void app.whenReady().then(async () => {
  session.defaultSession.protocol.handle(
    'app',
    () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  await window.loadURL('app://bundle/index.html');
});
app.on('window-all-closed', () => app.quit());
