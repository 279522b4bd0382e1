import './check-node.mjs';
import { electronBinary } from './electron-binary.mjs';
import { runNode } from './run.mjs';

// npm run e2e:electron-contract: holds what the Chromium host imitates against the Electron that is installed.

if (electronBinary() === null) {
  console.error("Electron's binary is not installed here. Run npm start once where it can be downloaded.");
  process.exitCode = 1;
} else {
  process.exitCode = await runNode('node_modules/@playwright/test/cli.js', ['test', 'e2e/electron-contract.spec.ts'], {
    env: { READER_DESK_CONTRACT: 'electron' },
  });
}
