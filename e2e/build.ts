import { buildApp, buildHost } from '../scripts/build.mjs';
import { electronBinary } from '../scripts/electron-binary.mjs';
import { findChromium } from '../scripts/find-chromium.mjs';
import { nodeInUse } from '../scripts/host-node.mjs';
import { defaultHost } from './launch/launch.ts';

/** Before the first spec: what is tested is what stands in the sources, and the log says what it runs in. */
export default async function build(): Promise<void> {
  process.stdout.write(
    defaultHost() === 'electron'
      ? `The app runs in Electron: ${electronBinary()}.\n`
      : `The app runs in the Chromium host: ${await findChromium({ headless: true })}, main on ${nodeInUse()}.\n`,
  );
  if (!(await buildApp()) || !(await buildHost())) throw new Error('The build failed; its message is above.');
}
