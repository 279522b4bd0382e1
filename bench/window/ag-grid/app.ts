import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';

// A window of the same host with nothing but AG Grid in it.

const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
app.setPath('userData', resolve(app.commandLine.getSwitchValue('user-data-dir')));

const script = resolve(import.meta.dirname, '../../../dist/bench-page/ag-grid.js');
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>AG Grid</title>
<style>html,body{height:100%;margin:0;font:13px sans-serif}main{display:flex;flex-direction:column;height:100%}section{flex:1}</style>
<main><div><button disabled>Open</button><input aria-label="Filter readers" type="search"></div><section></section></main>
<script type="module" src="ag-grid.js"></script></html>`;

void app.whenReady().then(async () => {
  session.defaultSession.protocol.handle('app', async ({ url }) => {
    if (!new URL(url).pathname.endsWith('.js')) {
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    }
    return new Response(new Uint8Array(await readFile(script)), { headers: { 'content-type': 'text/javascript' } });
  });
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`app://bundle/index.html?readers=${app.commandLine.getSwitchValue('readers')}`);
});
app.on('window-all-closed', () => app.quit());
