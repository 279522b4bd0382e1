import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The path of Electron's binary, or null where it is not installed. Reads what the package's own installer writes;
 * resolving `electron` itself would start the download.
 * @returns {string | null}
 */
export function electronBinary() {
  const folder = electronFolder();
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** The folder of the `electron` package. */
export function electronFolder() {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}
