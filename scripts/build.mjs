import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './run.mjs';

const vite = 'node_modules/vite/bin/vite.js';

/** What the app's bundles are made of, and the file that is written last. */
const app = {
  sources: ['core', 'electron', 'renderer', 'vite.config.ts', 'package-lock.json'],
  result: 'dist/preload/preload.cjs',
  command: ['build', '--app', '--logLevel', 'warn'],
};

const host = {
  sources: ['e2e/chromium-host', 'scripts/find-chromium.mjs', 'scripts/sandbox.mjs', 'package-lock.json'],
  result: 'dist/host/main.js',
  command: ['build', '--config', 'e2e/chromium-host/vite.config.ts'],
};

/** Builds the app where a source is newer than what was built. Answers whether it is built. */
export const buildApp = () => build(app);

/** The same for the Chromium host. */
export const buildHost = () => build(host);

const contract = {
  sources: ['e2e/contract'],
  result: 'dist/contract/main.js',
  command: ['build', '--config', 'e2e/contract/vite.config.ts'],
};

/** The same for the cases of Electron's contract. */
export const buildContract = () => build(contract);

/** @param {{ sources: string[], result: string, command: string[] }} target */
async function build({ sources, result, command }) {
  const built = join(root, result);
  if (existsSync(built)) {
    const builtAt = statSync(built).mtimeMs;
    if (sources.every((source) => newestIn(join(root, source)) < builtAt)) return true;
  }
  return (await runNode(vite, command)) === 0;
}

/**
 * When anything in a folder was last changed, in milliseconds.
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
