import type { AppError } from '../../core/app-error.ts';
import type { Log } from './log.ts';

/** What is used of Node's `process`. */
interface FaultyProcess {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (reason: unknown) => void): unknown;
}

/** What is used of Electron's `app`. */
interface FaultyApp {
  on(
    event: 'child-process-gone',
    listener: (
      event: unknown,
      details: { readonly type: string; readonly reason: string; readonly exitCode: number },
    ) => void,
  ): unknown;
}

const fault: AppError = {
  code: 'fault',
  message: 'Reader Desk made a mistake inside. What was called saved is on disk.',
  next: 'You can go on working. If something does not work any more, restart Reader Desk; the log folder in Settings says more.',
};

/** Faults of the app itself, each in the log; the person is told of the first. */
export interface Faults {
  /** Tells the person from now on, and at once of what there was before. */
  tell(tellPerson: (error: AppError) => void): void;
  /** A fault that something else has caught, e.g. the window. */
  note(sentence: string, error: unknown): void;
}

/**
 * Logs what nobody caught in main and goes on: by itself Electron only prints a rejection, shows a raw dialog for an
 * exception, and Node would end. What was acknowledged is on disk.
 */
export function watchFaults({
  process,
  app,
  log,
}: {
  readonly process: FaultyProcess;
  readonly app: FaultyApp;
  readonly log: Log;
}): Faults {
  let wasFaulty = false;
  let tellPerson: ((error: AppError) => void) | null = null;

  function note(sentence: string, error: unknown): void {
    log(sentence, error);
    if (!wasFaulty) tellPerson?.(fault);
    wasFaulty = true;
  }

  process.on('unhandledRejection', (reason) => note('A promise failed that nobody waited for.', reason));
  process.on('uncaughtException', (error) => note('An error was caught by nobody.', error));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log(`A process of Chromium’s ended: ${type}, ${reason}, exit code ${exitCode}.`);
  });
  return {
    tell(person) {
      tellPerson = person;
      if (wasFaulty) person(fault);
    },
    note,
  };
}
