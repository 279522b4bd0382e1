import type { ActKind } from './act.ts';
import type { AuditEntry, AuditLine } from './audit-entry.ts';
import { actNames, phraseAct } from './phrase-act.ts';

/** What of the log is shown or exported; null and '' leave nothing out. */
export interface ActivityFilter {
  readonly kind: ActKind | null;
  readonly connectionId: string | null;
  readonly text: string;
}

/** The lines a filter lets through. A line that cannot be read is shown while nothing is left out. */
export function filterActivity<Line extends AuditLine>(lines: readonly Line[], filter: ActivityFilter): Line[] {
  const words = filter.text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  return lines.filter(({ entry }) => {
    if (!entry) return filter.kind === null && filter.connectionId === null && words.length === 0;
    if (filter.kind !== null && entry.act.kind !== filter.kind) return false;
    if (filter.connectionId !== null && entry.connection?.id !== filter.connectionId) return false;
    if (words.length === 0) return true;
    const text = textOf(entry);
    return words.every((word) => text.includes(word));
  });
}

/** Everything a person sees of an entry, in lower case. */
function textOf({ at, user, app, connection, account, act }: AuditEntry): string {
  return [actNames[act.kind], phraseAct(act), connection?.name ?? '', account ?? '', user, app, at]
    .join('\n')
    .toLocaleLowerCase('en');
}
