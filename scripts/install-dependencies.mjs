import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm } from './run.mjs';

/**
 * Installs the dependencies where node_modules is missing or not what package-lock.json says. Browsers and Electron are
 * not downloaded here. Answers whether they are installed.
 */
export async function installDependencies() {
  if (dependenciesMatch()) return true;
  console.log('Installing the dependencies…');
  const code = await runNpm(['ci']);
  if (code !== 0) {
    console.error(
      'The dependencies could not be installed; npm says why above. Check the network and run the command again.',
    );
  }
  return code === 0;
}

/** npm keeps a copy of the lock file inside node_modules: of what it really installed. */
function dependenciesMatch() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(installedFile);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const present = installed[path];
    // Optional packages of other platforms are left out.
    return path === '' || (present ? present.version === version : optional === true);
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
