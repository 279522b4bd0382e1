import { issueTags, phraseIssue } from '../../core/checks/phrase-issue.ts';
import type { ReaderIssue } from '../../core/checks/reader-issue.ts';
import { Tag } from '../ui/Tag.tsx';

/** The worst of a reader's issues as a tag, and how many more there are; all of them as sentences in the tooltip. */
export function IssueTags({ issues }: { readonly issues: readonly ReaderIssue[] }) {
  const worst = issues.find(({ severity }) => severity === 'blocks') ?? issues[0];
  if (!worst) return null;
  const sentences = issues.map(phraseIssue).join('\n');
  return (
    <>
      <Tag tone={worst.severity === 'blocks' ? 'removed' : 'warn'} title={sentences}>
        {issueTags[worst.code]}
      </Tag>
      {issues.length > 1 ? (
        <span className="dim more-issues" title={sentences}>
          +{issues.length - 1}
        </span>
      ) : null}
    </>
  );
}
