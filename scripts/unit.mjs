import './check-node.mjs';
import { hostNode } from './host-node.mjs';
import { run } from './run.mjs';

// npm run unit [-- <Vitest's arguments>]: unit and property tests, on the Node that Electron has where it is installed.

process.exitCode = await run(hostNode().path, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)]);
