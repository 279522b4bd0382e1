import { useId } from 'react';
import { type ImportMode, importModes } from '../../core/import/import-comparison.ts';
import type { ImportTarget } from '../../core/import/import-table.ts';
import { countOf } from './count-of.ts';

interface ModeFieldProps {
  readonly target: ImportTarget;
  readonly mode: ImportMode;
  /** How many the list has and the file does not. */
  readonly missing: number;
  /** The file is a part of a longer list: it cannot replace this one. */
  readonly isPart: boolean;
  readonly onChange: (mode: ImportMode) => void;
}

const titles = { 'update and add': 'Update and add', replace: 'Replace the list' } as const satisfies Record<
  ImportMode,
  string
>;

/** Whether what the file does not have stays or goes, in words and number. */
export function ModeField({ target, mode: chosen, missing, isPart, onChange }: ModeFieldProps) {
  const group = useId();
  const them = `The ${countOf(target, missing)} not in the file`;
  const effects: Readonly<Record<ImportMode, string>> =
    missing === 0
      ? { 'update and add': `The file has all ${target} of the list.`, replace: 'Nothing is removed.' }
      : {
          'update and add': `${them} ${missing === 1 ? 'stays' : 'stay'}.`,
          replace: `${them} ${missing === 1 ? 'is' : 'are'} removed.`,
        };
  return (
    <fieldset className="import-modes">
      <legend className="visually-hidden">What becomes of {target} that are not in the file</legend>
      {importModes.map((mode) => (
        <label key={mode} className="import-mode">
          <input
            type="radio"
            name={group}
            checked={mode === chosen}
            disabled={isPart && mode === 'replace'}
            aria-label={titles[mode]}
            aria-describedby={`${group}-${mode}`}
            onChange={() => onChange(mode)}
          />
          <strong>{titles[mode]}</strong>
          <span
            id={`${group}-${mode}`}
            className={mode === 'replace' && mode === chosen && missing > 0 ? 'removes' : 'dim'}
          >
            {isPart && mode === 'replace' ? 'Off: the file is a part of a longer list.' : effects[mode]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
