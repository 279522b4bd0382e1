import { formatCsv } from '../csv/csv-text.ts';
import type { AuditLine } from './audit-entry.ts';
import { actNames, phraseAct } from './phrase-act.ts';

const columns = ['line', 'time_utc', 'act', 'details', 'connection', 'account', 'user', 'app_version'] as const;

/** Said in place of what a line holds where it cannot be read. */
export const unreadableLine = 'This line cannot be read';

/** Lines of the log as CSV for Excel, safe from formulas, with the act in words as on the screen. */
export function formatActivityCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map(({ line, entry }) => {
    if (!entry) return [String(line), '', '', unreadableLine, '', '', '', ''];
    const { at, act, connection, account, user, app } = entry;
    return [String(line), at, actNames[act.kind], phraseAct(act), connection?.name ?? '', account ?? '', user, app];
  });
  return formatCsv([columns, ...rows]);
}

/** Lines of the log as JSON, with everything the log keeps; a line that cannot be read has the entry null. */
export function formatActivityJson(lines: readonly AuditLine[]): string {
  const plain = lines.map(({ line, entry }) => ({ line, entry }));
  return `${JSON.stringify({ kind: 'reader-desk activity', version: 1, lines: plain }, null, 2)}\n`;
}
