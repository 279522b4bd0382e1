import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root, runNpm } from './run.mjs';

/** What passed and failed so far: a check counts as one, and so does each test. */
export class Tally {
  passed = 0;
  failed = 0;

  /** @param {boolean} ok */
  count(ok) {
    if (ok) this.passed += 1;
    else this.failed += 1;
  }

  /**
   * Adds the numbers of a run of tests. A run that failed without a failed test (a file that cannot be loaded, a crash)
   * counts as one failure.
   * @param {number} code
   * @param {string} reportFile
   * @param {(report: any) => [passed: number, failed: number]} numbers
   */
  add(code, reportFile, numbers) {
    const [good, bad] = readReport(reportFile, numbers);
    this.passed += good;
    this.failed += code !== 0 && bad === 0 ? 1 : bad;
  }

  /** The last line of every command that checks. */
  get summary() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

const unitResults = '.cache/unit-results.json';

/**
 * Every check but the end-to-end tests: unit tests while the static checks run one after the other. What a static check
 * prints appears when it has ended.
 * @param {Tally} tally
 */
export async function quickChecks(tally) {
  rmSync(join(root, unitResults), { force: true });
  await Promise.all([staticChecks(tally), unitTests(tally)]);
}

/** @param {Tally} tally */
async function staticChecks(tally) {
  for (const check of ['typecheck', 'layers', 'unused', 'lint']) {
    const { code, output } = await capture(['run', '--silent', check]);
    console.log(`\n— ${check}: ${code === 0 ? 'passed' : 'failed'}\n${output.trim()}`);
    tally.count(code === 0);
  }
}

/** @param {Tally} tally */
async function unitTests(tally) {
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitResults}`];
  const code = await script('unit', reporters);
  tally.add(code, unitResults, (report) => [report.numPassedTests, report.numFailedTests]);
}

/**
 * Runs a script of package.json with its output shown as it comes.
 * @param {string} name
 * @param {readonly string[]} [args]
 */
export function script(name, args = []) {
  console.log(`\n— ${name}`);
  return runNpm(['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])]);
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
