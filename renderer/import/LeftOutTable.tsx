import type { ImportChoices, ImportComparison } from '../../core/import/import-comparison.ts';
import { phraseLeftOut } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { Button } from '../ui/Button.tsx';
import { TextTable } from './TextTable.tsx';

interface LeftOutTableProps {
  readonly leftOut: ImportComparison['leftOut'];
  readonly choices: ImportChoices;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
}

/** Lines that are no readers, with why. Each can be taken in. */
export function LeftOutTable({ leftOut, choices, onChoose }: LeftOutTableProps) {
  const take = (line: number, isTakenIn: boolean) => {
    const others = choices.takenIn.filter((other) => other !== line);
    onChoose({ takenIn: isTakenIn ? [...others, line] : others });
  };
  return (
    <TextTable
      label="Lines left out"
      rows={leftOut.first}
      lead={{
        head: (
          <th scope="col" className="import-take">
            <span className="visually-hidden">Take in</span>
          </th>
        ),
        cell: ({ line, isTakenIn, canBeTakenIn }) => (
          <td className="import-take">
            {canBeTakenIn || isTakenIn ? (
              <Button onPress={() => take(line, !isTakenIn)}>{isTakenIn ? 'Leave out' : 'Take in'}</Button>
            ) : null}
          </td>
        ),
      }}
      columns={[
        { title: 'Line', width: 60, text: ({ line }) => formatCount(line) },
        { title: 'Why', width: '34%', text: (row) => (row.isTakenIn ? 'Taken in by you' : phraseLeftOut(row)) },
        { title: 'What it says', text: ({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' | ') },
      ]}
    />
  );
}
