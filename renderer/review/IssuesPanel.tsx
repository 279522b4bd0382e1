import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { phraseIssue } from '../../core/checks/phrase-issue.ts';
import type { RowIssues } from '../../core/checks/validate.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { useShowReader } from '../push/show-reader.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';

interface IssuesPanelProps {
  readonly blocking: readonly RowIssues[];
  readonly warned: readonly RowIssues[];
}

/** What is wrong with readers of the list: what a push is refused for in the open, what is only warned of on demand. */
export function IssuesPanel({ blocking, warned }: IssuesPanelProps) {
  return (
    <>
      {blocking.length > 0 ? (
        <section className="review-issues blocking" aria-label="What has to be put right first">
          <h2>
            <CircleAlert aria-hidden="true" />
            {counted(blocking.length, 'reader has', 'readers have')} to be put right before this list can be pushed
          </h2>
          <IssueList found={blocking} />
        </section>
      ) : null}
      {warned.length > 0 ? (
        <section className="review-issues" aria-label="Warnings">
          <Disclosure title="Warnings" aside={<WarningNote readers={warned.length} />}>
            <IssueList found={warned} />
          </Disclosure>
        </section>
      ) : null}
    </>
  );
}

function WarningNote({ readers }: { readonly readers: number }): ReactNode {
  return (
    <>
      <TriangleAlert aria-hidden="true" /> {counted(readers, 'reader')}; a warning does not hold a push
    </>
  );
}

const mostListed = 50;

function IssueList({ found }: { readonly found: readonly RowIssues[] }) {
  const showReader = useShowReader();
  return (
    <ul className="issue-list">
      {found.slice(0, mostListed).map(({ row, reader, issues }) => (
        <li key={row}>
          <span className="issue-reader">
            <span className="mono ellipsis" title={reader.id}>
              {reader.id === '' ? 'no ID' : reader.id}
            </span>
            <span className="ellipsis" title={reader.name}>
              {reader.name}
            </span>
          </span>
          <span className="issue-text">{issues.map(phraseIssue).join(' ')}</span>
          <Button
            variant="quiet"
            aria-label={`Show reader ${reader.id || reader.name}`}
            onPress={() => showReader(row)}
          >
            Show reader
          </Button>
        </li>
      ))}
      {found.length > mostListed ? <li className="dim">and {formatCount(found.length - mostListed)} more</li> : null}
    </ul>
  );
}
