import { join } from 'node:path';
import { electronBinary, electronFolder } from './electron-binary.mjs';
import { runNode } from './run.mjs';

const probeLimitMs = 5_000;
const downloadLimitMs = 5 * 60_000;

/**
 * Electron's path, after trying once to download it where it is not installed; null where it cannot be had.
 * @returns {Promise<string | null>}
 */
export async function installElectron() {
  const installed = electronBinary();
  if (installed !== null) return installed;
  console.log('Electron is not on this machine yet. Downloading it…');
  if (!(await electronSourceAnswers())) return null;
  await runNode(join(electronFolder(), 'install.js'), [], { limitMs: downloadLimitMs });
  return electronBinary();
}

/** The address that Electron's binaries are downloaded from. */
export const electronSource =
  process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';

/** Whether that address answers at all. Behind a proxy only the download itself can tell. */
export async function electronSourceAnswers() {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  try {
    await fetch(electronSource, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) });
    return true;
  } catch {
    return false;
  }
}
