import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The major version of Node that Electron 45 embeds. */
const electronsMajor = 24;

/**
 * The Node that runs the app's main process outside Electron: the one of Electron's major version from node_modules, where
 * npm has one for this system and it runs; else the Node that runs this.
 * @returns {{ path: string, version: string }}
 */
export function hostNode() {
  known ??= findNode() ?? { path: process.execPath, version: process.versions.node };
  return known;
}

/** @type {{ path: string, version: string } | undefined} */
let known;

/** One line on which Node that is. */
export function nodeInUse() {
  const { version } = hostNode();
  const isElectrons = Number(version.split('.')[0]) === electronsMajor;
  return isElectrons
    ? `Node ${version}, the major version in Electron`
    : `Node ${version}, though Electron has Node ${electronsMajor}: npm has none for this system, or it does not run here`;
}

function findNode() {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const path = join(packageFolder(name), 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(path)) return null;
  // On a Linux without glibc the file is there and does not run.
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? { path, version: stdout.trim().slice(1) } : null;
}

/** @param {string} name */
function packageFolder(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    // Not installed: there is none for this system.
    return '';
  }
}
