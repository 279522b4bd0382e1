import type { ImportChoices, ImportComparison, ProposedRepair } from '../../core/import/import-comparison.ts';
import { phraseDamage } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { BulkTick } from './BulkTick.tsx';
import { TextTable } from './TextTable.tsx';

interface DamagedTableProps {
  readonly comparison: Pick<ImportComparison, 'repairs' | 'links' | 'suspects'>;
  readonly choices: ImportChoices;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
}

type DamagedRow = Omit<ProposedRepair, 'proposed' | 'knownName'> & {
  readonly proposed: string | null;
  readonly knownName: string;
};

/**
 * Ids that a program damaged, beside the ids they probably were, and new ids under a name that the list has already: each
 * is repaired, left out, or taken as in the file.
 */
export function DamagedTable({ comparison, choices, onChoose }: DamagedTableProps) {
  const { repairs, links, suspects } = comparison;
  const rows: readonly DamagedRow[] = [
    ...repairs.first,
    ...links.first,
    ...suspects.first.map((suspect) => ({ ...suspect, proposed: null, knownName: '' })),
  ];
  const repaired = new Set(choices.repairs);
  const leftOut = new Set(choices.leftOut);
  const repair = (lines: readonly number[], isTicked: boolean) =>
    onChoose({
      repairs: isTicked ? withThese(choices.repairs, lines) : without(choices.repairs, lines),
      leftOut: isTicked ? without(choices.leftOut, lines) : choices.leftOut,
    });
  const leaveOut = (lines: readonly number[], isTicked: boolean) =>
    onChoose({
      leftOut: isTicked ? withThese(choices.leftOut, lines) : without(choices.leftOut, lines),
      repairs: isTicked ? without(choices.repairs, lines) : choices.repairs,
    });
  return (
    <>
      <div className="import-bulk">
        {repairs.total > 0 ? (
          <BulkTick lines={repairs.lines} ticked={repaired} onChange={(isTicked) => repair(repairs.lines, isTicked)}>
            Repair {repairs.total === 1 ? 'the 1 ID' : `all ${formatCount(repairs.total)} IDs`}
          </BulkTick>
        ) : null}
        {links.total > 0 ? (
          <BulkTick lines={links.lines} ticked={repaired} onChange={(isTicked) => repair(links.lines, isTicked)}>
            Keep the list’s ID of {links.total === 1 ? 'the 1 reader' : `all ${formatCount(links.total)} readers`} with
            the same name
          </BulkTick>
        ) : null}
        <span className="dim">What is not ticked is taken as in the file.</span>
      </div>
      <TextTable
        label="Damaged IDs"
        rows={rows}
        lead={{
          head: (
            <>
              <th scope="col" className="import-tick">
                Repair
              </th>
              <th scope="col" className="import-tick">
                Leave out
              </th>
            </>
          ),
          cell: ({ line, found, proposed }) => (
            <>
              <td className="import-tick">
                {proposed === null ? null : (
                  <input
                    type="checkbox"
                    checked={repaired.has(line)}
                    aria-label={`Repair line ${line}: ${found} becomes ${proposed}`}
                    onChange={(event) => repair([line], event.target.checked)}
                  />
                )}
              </td>
              <td className="import-tick">
                <input
                  type="checkbox"
                  checked={leftOut.has(line)}
                  aria-label={`Leave out line ${line}: ${found}`}
                  onChange={(event) => leaveOut([line], event.target.checked)}
                />
              </td>
            </>
          ),
        }}
        columns={[
          { title: 'Line', width: 60, text: ({ line }) => formatCount(line) },
          { title: 'In the file', isMono: true, text: ({ found }) => found },
          { title: 'Probably', isMono: true, text: ({ proposed }) => proposed ?? '', empty: 'no one ID fits' },
          { title: 'Name in the file', text: ({ name }) => name, empty: 'no name' },
          { title: 'Name in the list', text: ({ knownName }) => knownName, empty: '–' },
          { title: 'Damage', width: 150, text: ({ damage }) => phraseDamage(damage) },
        ]}
      />
    </>
  );
}

function withThese(lines: readonly number[], more: readonly number[]): readonly number[] {
  return [...new Set([...lines, ...more])].sort((a, b) => a - b);
}

function without(lines: readonly number[], taken: readonly number[]): readonly number[] {
  const set = new Set(taken);
  return lines.filter((line) => !set.has(line));
}
