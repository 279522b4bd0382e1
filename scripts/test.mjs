import './check-node.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { quickChecks, script, Tally } from './checks.mjs';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { root } from './run.mjs';

// npm test [-- --electron]: every check, then unit and end-to-end tests. All of them run even where an earlier one failed,
// and the last line says how many passed and failed: each check counts as one, and so does each test.

const e2eResults = '.cache/e2e-results.json';
const tally = new Tally();

if (await installDependencies()) await everything();
else tally.count(false);
console.log(`\n${tally.summary}`);
process.exitCode = tally.failed === 0 ? 0 : 1;

async function everything() {
  const chromium = await installChromium({ headless: true });
  await quickChecks(tally);
  const built = (await script('build')) === 0;
  tally.count(built);
  if (built && chromium) {
    rmSync(join(root, e2eResults), { force: true });
    const code = await script('e2e', process.argv.slice(2));
    tally.add(code, e2eResults, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
  } else {
    console.error(`The end-to-end tests could not run: ${built ? 'there is no Chromium' : 'the build failed'}.`);
    tally.count(false);
  }
}
