import './check-node.mjs';
import { quickChecks, Tally } from './checks.mjs';
import { nodeInUse } from './host-node.mjs';
import { installDependencies } from './install-dependencies.mjs';

// npm run check: everything but the end-to-end tests, for use while working.

const tally = new Tally();
if (await installDependencies()) {
  console.log(`Main's tests run on ${nodeInUse()}.`);
  await quickChecks(tally);
} else tally.count(false);
console.log(`\n${tally.summary}`);
process.exitCode = tally.failed === 0 ? 0 : 1;
