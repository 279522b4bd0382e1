// What main gets for `import … from 'electron'`: exactly what the product uses. A name missing here fails the import; a
// member missing in one of them throws and says so.

import { app } from './app.ts';
import { Notification, powerSaveBlocker } from './attention.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { net } from './net.ts';
import { only } from './only.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { clipboard, nativeTheme, powerMonitor, screen } from './system.ts';
import { utilityProcess } from './utility-process.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
};

// For libraries written as CommonJS, which take the whole module.
export default only('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
});
