/** Lets work on a page go on by itself. A page that is closed or replaced meanwhile needs it no more, as in Electron. */
export function whileOpen(work: Promise<unknown>): void {
  work.catch((error: Error) => {
    if (!/Cannot find context|destroyed|navigated|closed/i.test(error.message)) throw error;
  });
}
