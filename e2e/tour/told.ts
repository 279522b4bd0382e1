import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what the tour tells, and nothing of the test that it also is; a failure with its reason. */
export default class Told implements Reporter {
  printsToStdio(): boolean {
    return true;
  }

  onStdOut(text: string | Buffer): void {
    process.stdout.write(text);
  }

  onTestEnd(_tour: TestCase, { errors }: TestResult): void {
    for (const { message = 'no reason given' } of errors) process.stderr.write(`The tour stopped: ${message}\n`);
  }
}
