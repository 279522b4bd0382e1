import { blocks, type RowIssues, validateList } from '../../core/checks/validate.ts';
import type { ConnectionView, TokenStatus } from '../../core/connections/connection.ts';
import { type Brake, brakeOf } from '../../core/draft/brake.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { draftChanges } from '../../core/draft/draft-changes.ts';
import { isUnderWay } from '../../core/push/push-state.ts';
import { type Change, type ChangeCounts, totalChanges } from '../../core/readers/change.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import type { PushView } from '../push/push-session.ts';

/** What a person looks over before a push. */
export interface Review {
  readonly changes: readonly Change[];
  readonly brake: Brake | null;
  /** Readers a push is refused for. */
  readonly blocking: readonly RowIssues[];
  /** Readers that are only warned of. */
  readonly warned: readonly RowIssues[];
}

/** Looks over the whole draft once: its changes, its brake and its issues. */
export function reviewOf(draft: Draft): Review {
  const issues = validateList(draft.rows);
  return {
    changes: draftChanges(draft),
    brake: brakeOf(draft),
    blocking: issues.filter((found) => blocks(found.issues)),
    warned: issues.filter((found) => !blocks(found.issues)),
  };
}

/** `1 added, 2 renamed, 412 removed, 870 unchanged`; readers with other changed fields are named where there are any. */
export function summaryText({ added, renamed, changed, removed, unchanged }: ChangeCounts): string {
  const others = changed > 0 ? `${changed} changed, ` : '';
  return `${added} added, ${renamed} renamed, ${others}${removed} removed, ${unchanged} unchanged`;
}

/** Whether the text is the number asked for; a thousands separator does not matter. */
export function confirms(typed: string, count: number): boolean {
  const text = typed.trim();
  return text === String(count) || text === formatCount(count);
}

interface PushQuestion {
  readonly draft: Pick<Draft, 'counts'>;
  readonly isSaved: boolean;
  readonly review: Pick<Review, 'brake' | 'blocking'>;
  readonly push: PushView;
  readonly typed: string;
  /** Readers a push sends over a list that cannot be seen, and what was typed to confirm it; null where it can be seen. */
  readonly unseen: { readonly readers: number; readonly typed: string } | null;
  readonly connection: Pick<ConnectionView, 'token' | 'otherAccount'>;
}

/** Why the draft cannot be pushed now, as a sentence; null where it can. */
export function whyNotPush(question: PushQuestion): string | null {
  return whyNotNow(question) ?? whyNotAsReviewed(question);
}

/** Why nothing can be pushed now, whatever the draft: a push under way, a missing token, an edit that is not saved. */
export function whyNotNow({ draft, isSaved, push, connection }: PushQuestion): string | null {
  if (push.kind === 'starting' || (push.kind === 'state' && isUnderWay(push.state))) return 'A push is under way.';
  if (push.kind === 'asking') return 'Looking for a push that is under way.';
  if (push.kind === 'unknown') return 'It is not known whether a push is under way.';
  if (totalChanges(draft.counts) === 0) return 'There is nothing to push.';
  const token = whyNoToken(connection.token);
  if (token) return token;
  return isSaved ? null : 'The draft is not saved yet.';
}

/** What the issues and the brake, each with a place of its own on the page, hold the push for. */
function whyNotAsReviewed({ review: { blocking, brake }, typed, unseen, connection }: PushQuestion): string | null {
  if (blocking.length > 0) {
    const readers = counted(blocking.length, 'reader has', 'readers have');
    return `${readers} to be put right first.`;
  }
  if (connection.otherAccount !== undefined) return 'Confirm the account first.';
  if (brake && !confirms(typed, brake.removed)) return `Type ${brake.removed} first.`;
  return unseen && !confirms(unseen.typed, unseen.readers) ? `Type ${unseen.readers} first.` : null;
}

function whyNoToken(token: TokenStatus): string | null {
  switch (token.kind) {
    case 'in keyring':
    case 'session only':
      return null;
    case 'not set':
      return 'This connection has no token. Give it one on the Connections page.';
    case 'unreadable':
      return 'The token of this connection cannot be read. Replace it on the Connections page.';
  }
}
