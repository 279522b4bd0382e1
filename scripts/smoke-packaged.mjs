import './check-node.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run.mjs';
import { doMainJob } from './smoke-job.mjs';

// npm run smoke:packaged -- <program>: starts an installed or unpacked Reader Desk, does the main job on the practice account
// and writes smoke-report.md. A maintainer runs it once per system.

const startLimitMs = 60_000;
const program = process.argv[2];
if (program === undefined) {
  console.error('Which program? npm run smoke:packaged -- "release/linux-unpacked/reader-desk"');
  process.exit(1);
}

const { chromium } = await import('playwright');
const folder = mkdtempSync(join(tmpdir(), 'reader-desk-smoke-'));
const child = spawn(program, ['--remote-debugging-port=0', `--user-data-dir=${folder}`, '--practice'], {
  stdio: ['ignore', 'ignore', 'pipe'],
});

/** @type {string[]} */
const steps = [];
const startedAt = Date.now();

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} run
 */
async function step(what, run) {
  const result = await run();
  steps.push(`- ${what}: yes, after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  console.log(steps.at(-1));
  return result;
}

try {
  const endpoint = await step('the program starts and listens', devtoolsEndpoint);
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (!context) throw new Error('The program has no browser context.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await doMainJob(page, step);
  await browser.close();
  report('passed');
} catch (error) {
  report(`failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  child.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** @returns {Promise<string>} */
function devtoolsEndpoint() {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(
      () => reject(new Error(`No window within ${startLimitMs / 1000} s.\n${output}`)),
      startLimitMs,
    );
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The program ended (exit code ${code}).\n${output}`)));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
      const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
  });
}

/** @param {string} result */
function report(result) {
  const file = join(root, 'smoke-report.md');
  const head = `# Smoke test of the packaged app\n\n${new Date().toISOString()}, ${process.platform} ${release()} (${process.arch}), ${program}\n`;
  writeFileSync(file, `${head}\n${steps.join('\n')}\n\nResult: ${result}\n`);
  console.log(`\n${result}. Written to ${file}.`);
}
