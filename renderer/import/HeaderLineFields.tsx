import { type FormEvent, useState } from 'react';
import type { ImportTable } from '../../core/import/import-table.ts';
import type { Sentences } from '../ipc/app-failure.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { lineNumber } from './line-number.ts';
import { mark } from './mark-detected.ts';

interface HeaderLineFieldsProps {
  readonly table: ImportTable;
  /** 0 where the person said that there is none. */
  readonly chosen: number;
  readonly onChange: (headerLine: number) => void;
}

/** Which line has the columns' names: one of the first, or another by its number. */
export function HeaderLineFields({ table, chosen, onChange }: HeaderLineFieldsProps) {
  const { firstLines, detected, lastLine } = table;
  const listed = [...new Set([0, detected.headerLine, ...firstLines.map(({ line }) => line)])].sort((a, b) => a - b);
  const isLonger = lastLine > Math.max(...listed);
  /** The header line there was, or was typed, when another was asked for; a click on a line ends that. */
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const isAsked = askedAt === chosen;
  const isAnother = isLonger && (isAsked || !listed.includes(chosen));
  const choose = (line: number) => {
    setAskedAt(line);
    onChange(line);
  };
  return (
    <>
      <Select
        label="Header line"
        value={isAnother ? another : String(chosen)}
        choices={[
          ...listed.map((line) => ({
            value: String(line),
            label: mark(line === 0 ? 'None' : `Line ${line}`, line === detected.headerLine),
          })),
          ...(isLonger ? [{ value: another, label: 'Another line…' }] : []),
        ]}
        onChange={(choice) => {
          setAskedAt(choice === another ? chosen : null);
          if (choice !== another) onChange(Number(choice));
        }}
      />
      {isAnother ? <LineNumberField chosen={chosen} lastLine={lastLine} onChoose={choose} isAsked={isAsked} /> : null}
    </>
  );
}

const another = 'another';

interface LineNumberFieldProps {
  readonly chosen: number;
  readonly lastLine: number;
  readonly onChoose: (line: number) => void;
  /** The person wants to type one now, and has not come back to a file whose line was chosen before. */
  readonly isAsked: boolean;
}

function LineNumberField({ chosen, lastLine, onChoose, isAsked }: LineNumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(isAsked ? '' : null);
  const [error, setError] = useState<Sentences | null>(null);
  const text = typed ?? String(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const line = lineNumber(text, lastLine);
    setError(line.ok ? null : line.error);
    if (!line.ok) return;
    setTyped(null);
    onChoose(line.value);
  };
  return (
    <form className="import-line-number" onSubmit={submit}>
      <TextField
        label="Line number"
        value={text}
        onChange={(changed) => {
          setTyped(changed);
          setError(null);
        }}
        error={error}
        autoFocus={isAsked}
      />
      <Button type="submit">Use this line</Button>
    </form>
  );
}
