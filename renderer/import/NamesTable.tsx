import type { DoubtfulName, ImportChoices, ImportComparison } from '../../core/import/import-comparison.ts';
import { phraseNameDoubt } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { BulkTick } from './BulkTick.tsx';
import { TextTable } from './TextTable.tsx';

interface NamesTableProps {
  readonly names: ImportComparison['names'];
  readonly choices: ImportChoices;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
}

/** Names that are probably none, or were changed by a program, beside what they probably were. */
export function NamesTable({ names, choices, onChoose }: NamesTableProps) {
  const others = new Set(choices.otherNames);
  const isProposed = ({ line, isByItself }: DoubtfulName) => isByItself !== others.has(line);
  const toggle = (lines: readonly number[], isOther: boolean) => {
    const set = new Set(lines);
    const rest = choices.otherNames.filter((line) => !set.has(line));
    onChoose({ otherNames: isOther ? [...rest, ...lines] : rest });
  };
  return (
    <>
      {names.lines.length > 0 ? (
        <div className="import-bulk">
          <BulkTick lines={names.lines} ticked={others} onChange={(isTicked) => toggle(names.lines, isTicked)}>
            Repair {names.lines.length === 1 ? 'the 1 name' : `all ${formatCount(names.lines.length)} names`}
          </BulkTick>
          <span className="dim">What is not ticked is taken as in the file.</span>
        </div>
      ) : null}
      <TextTable
        label="Doubtful names"
        rows={names.first}
        lead={{
          head: (
            <th scope="col" className="import-tick">
              <span className="visually-hidden">Take as proposed</span>
            </th>
          ),
          cell: (name) => (
            <td className="import-tick">
              <input
                type="checkbox"
                checked={isProposed(name)}
                aria-label={`Line ${name.line}: ${visible(name.found)} becomes ${name.proposed === '' ? 'no name' : name.proposed}`}
                onChange={(event) => toggle([name.line], event.target.checked !== name.isByItself)}
              />
            </td>
          ),
        }}
        columns={[
          { title: 'Line', width: 60, text: ({ line }) => formatCount(line) },
          { title: 'ID', width: '18%', isMono: true, text: ({ id }) => id, empty: 'no ID' },
          { title: 'In the file', text: ({ found }) => visible(found) },
          { title: 'Becomes', text: ({ proposed }) => proposed, empty: 'no name: the file says nothing' },
          { title: 'Name now', text: ({ nameBefore }) => nameBefore ?? '', empty: 'new' },
          { title: 'Why', width: '24%', text: phraseNameDoubt },
        ]}
      />
    </>
  );
}

/** Line breaks and doubled spaces so that they can be seen. */
const visible = (text: string): string => text.replace(/\r\n|[\r\n\u2028\u2029]/g, '⏎').replace(/ {2}/g, ' ␣');
