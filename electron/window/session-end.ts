import type { SystemEnd } from '../app/system-end.ts';

/** What is used of a window. Only Windows emits these. */
interface EndingWindow {
  on(event: 'query-session-end' | 'session-end', listener: () => void): unknown;
}

/**
 * At a log-off, Windows asks each window first and then ends the session, without asking the app to quit. Saving begins
 * with the question; `finish` is what is done before the process is ended.
 */
export function followSessionEnd(
  window: EndingWindow,
  { end, finish }: { readonly end: Pick<SystemEnd, 'sessionEnds'>; readonly finish: () => void },
): void {
  window.on('query-session-end', end.sessionEnds);
  window.on('session-end', finish);
}
