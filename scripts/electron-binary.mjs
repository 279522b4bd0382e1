import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The path of Electron's binary, or null if it is not installed: in the folder that ELECTRON_OVERRIDE_DIST_PATH names, else
 * where the package's own installer puts it. Resolving `electron` itself would start the download.
 * @returns {string | null}
 */
export function electronBinary() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = electronFolder();
  // The installer writes path.txt last, when everything is unpacked.
  if (!override && !existsSync(join(folder, 'path.txt'))) return null;
  const binary = join(override || join(folder, 'dist'), binaryName());
  return existsSync(binary) ? binary : null;
}

/** The folder of the `electron` package. */
export function electronFolder() {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

function binaryName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
