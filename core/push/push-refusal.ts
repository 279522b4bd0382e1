import type { AppError } from '../app-error.ts';
import { phraseIssue } from '../checks/phrase-issue.ts';
import { blocks, type RowIssues, validateList } from '../checks/validate.ts';
import { type Draft, hasChanges } from '../draft/draft.ts';
import { counted } from '../text/amounts.ts';

/** Why a draft cannot be pushed as it is, whatever Camio holds; null where it can. */
export function refusePlan(draft: Draft): AppError | null {
  if (!hasChanges(draft)) return draft.baseReadAt === null ? neverRead : nothingToPush;
  const blocking = validateList(draft.rows).filter(({ issues }) => blocks(issues));
  return blocking.length > 0 ? refuseIssues(blocking) : null;
}

/** The list can be read, and nobody here ever read it. */
export const neverRead: AppError = {
  code: 'nothing-loaded',
  message:
    'Camio’s list was never read for this connection, so a push could overwrite readers that nobody here has seen.',
  next: 'Refresh from Camio first, then review again.',
};

const nothingToPush: AppError = {
  code: 'blocked',
  message: 'There is nothing to push: the draft is the same as Camio’s list.',
  next: 'Change a reader first.',
};

function refuseIssues(blocking: readonly RowIssues[]): AppError {
  const count = counted(blocking.length, 'reader');
  const first = blocking[0]?.issues.find(({ severity }) => severity === 'blocks');
  return {
    code: 'blocked',
    message: `${count} cannot be pushed like this.${first ? ` The first: ${phraseIssue(first)}` : ''}`,
    next: 'Correct them on the Readers page, then review again.',
  };
}
