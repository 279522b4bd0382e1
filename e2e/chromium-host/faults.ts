import { onCommand } from './control.ts';

const faults: string[] = [];

/**
 * As in Electron, a rejection that main leaves unhandled only warns, and what main's own handlers catch goes on. Both are
 * kept for the launcher, which fails the test.
 */
export function watchFaults(): void {
  onCommand('faults', () => faults);
  const note = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    faults.push(text);
    console.error(`Nobody in main caught this: ${text}`);
  };
  process.on('unhandledRejection', note);
  process.on('uncaughtExceptionMonitor', note);
}
