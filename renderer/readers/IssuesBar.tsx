import { ListX, Sparkles, TriangleAlert } from 'lucide-react';
import type { Findings } from '../../core/checks/list-checks.ts';
import { issueTags } from '../../core/checks/phrase-issue.ts';
import { type IssueCode, issueCodes } from '../../core/checks/reader-issue.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import type { IssueFilter } from '../draft/issue-watch.ts';
import { useListState, useReaderList } from '../draft/use-reader-list.ts';
import { useBulkRename } from '../rename/use-bulk-rename.tsx';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';

/** What is worth a look in the whole list, by issue; choosing one lists its readers. Not there while all is well. */
export function IssuesBar() {
  const { list } = useReaderList();
  const findings = useListState((state) => state.findings);
  const filter = useListState((state) => state.issueFilter);
  const cleanUp = useBulkRename();
  const readers = findings?.readers ?? 0;
  if (readers === 0 && filter === null) return null;

  const choose = (id: string) => {
    const chosen = filters.find((known) => known === id);
    if (chosen) list.setIssueFilter(chosen);
  };

  return (
    <section className="issues-bar" aria-label="Checks">
      {findings && readers > 0 ? (
        <MenuButton
          label={`${counted(readers, 'reader')} to look at`}
          icon={<TriangleAlert aria-hidden="true" />}
          choices={choicesOf(findings)}
          onChoose={choose}
        />
      ) : null}
      {filter === null ? null : (
        <>
          <span className="issues-filter ellipsis">
            Listed: {filter === 'any' ? 'any of them' : issueTags[filter].toLowerCase()}
          </span>
          <Button variant="quiet" icon={<ListX aria-hidden="true" />} onPress={() => list.setIssueFilter(null)}>
            Show all readers
          </Button>
        </>
      )}
      {filter !== null && (filter === 'any' || cleanable.has(filter)) ? (
        <Button
          variant="quiet"
          icon={<Sparkles aria-hidden="true" />}
          onPress={() => cleanUp.start('clean up')}
          tooltip="See how the names listed could be put right, before anything is changed"
        >
          Clean up names
        </Button>
      ) : null}
      {cleanUp.dialog}
    </section>
  );
}

/** Issues of which a name can be freed without knowing what it is about. */
const cleanable: ReadonlySet<IssueCode> = new Set([
  'control character',
  'near-duplicate name',
  'look-alike letters',
  'invisible character',
  'outer space',
  'double space',
]);

const filters: readonly IssueFilter[] = ['any', ...issueCodes];

function choicesOf({ readers, byCode }: Findings) {
  return [
    { id: 'any', label: `Any of these (${formatCount(readers)})` },
    ...byCode.map(({ code, readers: count }) => ({ id: code, label: `${issueTags[code]} (${formatCount(count)})` })),
  ];
}
