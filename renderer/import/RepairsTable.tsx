import type { FirstOf, ProposedRepair } from '../../core/import/import-comparison.ts';
import { phraseDamage } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { TextTable } from './TextTable.tsx';

interface RepairsTableProps {
  readonly repairs: FirstOf<ProposedRepair> & { readonly lines: readonly number[] };
  /** Lines whose repair is confirmed. */
  readonly repaired: readonly number[];
  readonly onRepair: (lines: readonly number[]) => void;
}

/** Ids that a spreadsheet damaged, beside the ids they probably were; repaired one by one or all at once. */
export function RepairsTable({ repairs, repaired, onRepair }: RepairsTableProps) {
  const confirmed = new Set(repaired);
  const isAll = confirmed.size === repairs.lines.length;
  const toggle = (line: number) =>
    onRepair(confirmed.has(line) ? repaired.filter((other) => other !== line) : [...repaired, line]);
  return (
    <>
      <label className="import-check">
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = confirmed.size > 0 && !isAll;
          }}
          onChange={() => onRepair(isAll ? [] : repairs.lines)}
        />
        Repair {repairs.total === 1 ? 'the 1 ID' : `all ${formatCount(repairs.total)} IDs`}
        <span className="dim">What is not ticked is taken as in the file.</span>
      </label>
      <TextTable
        label="Damaged IDs"
        rows={repairs.first}
        lead={{
          head: (
            <th scope="col" className="import-tick">
              <span className="visually-hidden">Repair</span>
            </th>
          ),
          cell: ({ line, found, proposed }) => (
            <td className="import-tick">
              <input
                type="checkbox"
                checked={confirmed.has(line)}
                aria-label={`Repair line ${line}: ${found} becomes ${proposed}`}
                onChange={() => toggle(line)}
              />
            </td>
          ),
        }}
        columns={[
          { title: 'Line', width: 60, text: ({ line }) => formatCount(line) },
          { title: 'In the file', isMono: true, text: ({ found }) => found },
          { title: 'Probably', isMono: true, text: ({ proposed }) => proposed },
          { title: 'Name in the file', text: ({ name }) => name, empty: 'no name' },
          { title: 'Name in the list', text: ({ knownName }) => knownName, empty: 'no name' },
          { title: 'Damage', width: 136, text: ({ damage }) => phraseDamage(damage) },
        ]}
      />
    </>
  );
}
