/** Says what went wrong inside the app on the process's error output. Callers pass no token and no input of a call. */
export type Log = (sentence: string, error?: unknown) => void;

export const logToStderr: Log = (sentence, error) => {
  const reason =
    error === undefined ? '' : ` ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  process.stderr.write(`${new Date().toISOString()} ${sentence}${reason}\n`);
};
