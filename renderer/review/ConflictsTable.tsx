import { stringifyLossless } from '../../core/camio/lossless.ts';
import type { Choice } from '../../core/draft/merge.ts';
import type { Clash } from '../../core/draft/merge-lists.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { Button } from '../ui/Button.tsx';
import { VirtualTable } from '../ui/VirtualTable.tsx';
import type { Choices } from './clash-choices.ts';

interface ConflictsTableProps {
  readonly clashes: readonly (Clash & { readonly key: string })[];
  readonly choices: Choices;
  readonly onChoose: (key: string, choice: Choice) => void;
}

/** Room for names of three lines: what tells one side from the other may come late in a name. As in conflicts.css. */
const rowHeight = 64;

/** Every clash with its three sides and the choice between two of them. */
export function ConflictsTable({ clashes, choices, onChoose }: ConflictsTableProps) {
  return (
    <VirtualTable
      label="Conflicts"
      className="conflicts-table"
      rows={clashes}
      rowKey={({ row }) => row}
      rowHeight={rowHeight}
      head={
        <>
          <th scope="col" className="conflict-id">
            ID
          </th>
          <th scope="col">When you started</th>
          <th scope="col">Yours</th>
          <th scope="col">In Camio now</th>
          <th scope="col" className="conflict-keep">
            Keep
          </th>
        </>
      }
      cells={(clash) => (
        <>
          <td className="mono ellipsis" title={idOf(clash)}>
            {idOf(clash)}
          </td>
          <Side reader={clash.base} gone="not in the list" />
          <Side reader={clash.mine} gone="removed" isKept={choices.get(clash.key) === 'mine'} clash={clash} />
          <Side reader={clash.theirs} gone="removed" isKept={choices.get(clash.key) === 'theirs'} clash={clash} />
          <td>
            <div className="conflict-choice">
              {sides.map(({ choice, label }) => (
                <Button
                  key={choice}
                  aria-pressed={choices.get(clash.key) === choice}
                  onPress={() => onChoose(clash.key, choice)}
                >
                  {label}
                </Button>
              ))}
            </div>
          </td>
        </>
      )}
    />
  );
}

const sides = [
  { choice: 'mine', label: 'Keep mine' },
  { choice: 'theirs', label: 'Keep theirs' },
] as const satisfies { choice: Choice; label: string }[];

const idOf = ({ base, mine, theirs }: Clash): string => (base ?? mine ?? theirs)?.id ?? '';

interface SideProps {
  readonly reader: Reader | null;
  /** What it means that the reader is not there. */
  readonly gone: string;
  readonly isKept?: boolean;
  /** Set where unknown fields may be what clashes: then they are named with their values. */
  readonly clash?: Clash;
}

function Side({ reader, gone, isKept = false, clash }: SideProps) {
  const className = isKept ? 'kept' : undefined;
  if (reader === null) return <td className={isKept ? 'kept dim' : 'dim'}>{gone}</td>;
  const fields = clash?.kind === 'other fields changed on both sides' ? ` ${fieldsOf(reader)}` : '';
  return (
    <td className={className} title={`${reader.name}${fields}`}>
      <span className="conflict-name">
        {reader.name === '' ? <span className="dim">no name</span> : reader.name}
        {fields === '' ? null : <span className="dim">{fields}</span>}
      </span>
    </td>
  );
}

/** The fields this version does not know, as Camio has them. */
const fieldsOf = ({ extra }: Reader): string => (extra ? stringifyLossless(extra) : '(no other fields)');
