import './check-node.mjs';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installChromium } from './install-chromium.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { root, runNpm } from './run.mjs';

// npm test: every check, then unit and end-to-end tests. All of them run even where an earlier one failed, and the last
// line says how many passed and failed: each check counts as one, and so does each test.

const unitResults = '.cache/unit-results.json';
const e2eResults = '.cache/e2e-results.json';

let passed = 0;
let failed = 0;

/** @param {boolean} ok */
function count(ok) {
  if (ok) passed += 1;
  else failed += 1;
}

if (!(await installDependencies())) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const chromium = await installChromium({ headless: true });

for (const check of ['typecheck', 'lint', 'layers', 'unused']) count((await script(check)) === 0);

const unitReport = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`];
await tests('unit', unitReport, unitResults, (report) => [report.numPassedTests, report.numFailedTests]);

const built = (await script('build')) === 0;
count(built);
if (built && chromium) {
  await tests('e2e', [], e2eResults, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
} else {
  console.error(`The end-to-end tests could not run: ${built ? 'there is no Chromium' : 'the build failed'}.`);
  count(false);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} name
 * @param {readonly string[]} [args]
 */
function script(name, args = []) {
  console.log(`\n— ${name}`);
  return runNpm(['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])]);
}

/**
 * Runs tests and adds their numbers; a run that fails without a failed test (a file that cannot be loaded, a crash)
 * counts as one failure.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} reportFile
 * @param {(report: any) => [passed: number, failed: number]} numbers
 */
async function tests(name, args, reportFile, numbers) {
  rmSync(join(root, reportFile), { force: true });
  const code = await script(name, args);
  const [good, bad] = readReport(reportFile, numbers);
  passed += good;
  failed += code !== 0 && bad === 0 ? 1 : bad;
}

/**
 * @param {string} file
 * @param {(report: any) => [number, number]} numbers
 * @returns {[number, number]}
 */
function readReport(file, numbers) {
  try {
    return numbers(JSON.parse(readFileSync(join(root, file), 'utf8')));
  } catch {
    // No report: the run ended before any test.
    return [0, 0];
  }
}
