import './check-node.mjs';
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { buildApp } from './build.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { installers } from './installers.mjs';
import { root } from './run.mjs';
import { writeSbom } from './sbom.mjs';

// npm run dist: installs and builds what is missing, then makes the installers of the system it runs on, in release/.

process.exitCode = await dist();

async function dist() {
  if (!(await installDependencies()) || !(await buildApp())) return 1;
  // Loaded only now: they ask for packages that are among the dependencies.
  const { downloadElectron } = await import('./download-electron.mjs');
  const downloaded = await downloadElectron();
  if (!downloaded.ok) {
    console.error(`No installer was made, since each of them holds Electron's binary. ${downloaded.reason}`);
    return 1;
  }
  const { build, Platform } = await import('electron-builder');
  const made = await build({
    projectDir: root,
    config: installers,
    targets: Platform.current().createTarget(),
    publish: 'never',
  }).catch(phraseDownloadFailure);
  if (typeof made === 'string') {
    console.error(made);
    return 1;
  }
  const sbom = await writeSbom(installers.directories?.output ?? 'dist');
  if (sbom === null) return 1;
  for (const file of [...made, sbom]) console.log(`${relative(root, file)}  ${megabytes(statSync(file).size)}`);
  return 0;
}

/**
 * Electron's binary and the tools that make the installers are downloaded when they are needed; what else goes wrong is
 * a bug.
 * @param {Error & { options?: { url?: URL } }} error
 */
function phraseDownloadFailure(error) {
  const url = error.options?.url;
  if (!url) throw error;
  return `No installer was made: ${url.href} could not be downloaded (${error.message}). Run the command where it can, or name mirrors in ELECTRON_MIRROR and ELECTRON_BUILDER_BINARIES_MIRROR.`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
