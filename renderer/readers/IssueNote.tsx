import { phraseIssue } from '../../core/checks/phrase-issue.ts';
import type { ReaderIssue } from '../../core/checks/reader-issue.ts';

/** What is wrong with the text being typed, below its cell (or above, at the foot of the window). */
export function IssueNote({ id, issues }: { readonly id: string; readonly issues: readonly ReaderIssue[] }) {
  const worst = issues.find(({ severity }) => severity === 'blocks') ?? issues[0];
  return (
    <span id={id} className={worst ? `issue-note ${worst.severity}` : 'visually-hidden'} role="status">
      {worst ? phraseIssue(worst) : ''}
    </span>
  );
}
