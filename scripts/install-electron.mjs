import { join } from 'node:path';
import { downloadElectron } from './download-electron.mjs';
import { electronBinary, electronFolder } from './electron-binary.mjs';
import { runNode } from './run.mjs';

/**
 * Electron's path, after downloading it if it is not installed; null if it cannot be had, with the reason printed.
 * @returns {Promise<string | null>}
 */
export async function installElectron() {
  const installed = electronBinary();
  if (installed !== null) return installed;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    console.log(`There is no Electron in ${override}, the folder that ELECTRON_OVERRIDE_DIST_PATH names.`);
    return null;
  }
  console.log('Electron is not on this machine yet. Downloading it…');
  const downloaded = await downloadElectron();
  if (!downloaded.ok) {
    console.log(downloaded.reason);
    return null;
  }
  // Unpacks what is in the cache now.
  await runNode(join(electronFolder(), 'install.js'));
  return electronBinary();
}
