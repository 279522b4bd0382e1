import { useId } from 'react';
import { type ExportList, exportLists } from '../../core/export/export-choice.ts';
import type { ListSizes } from './export-choice.ts';
import { listNames, phraseSize } from './phrase-export.ts';

interface ListFieldProps {
  readonly list: ExportList;
  readonly sizes: ListSizes;
  readonly onChange: (list: ExportList) => void;
}

/** Which readers to export, with how many there are. A list with none is off and says why. */
export function ListField({ list: chosen, sizes, onChange }: ListFieldProps) {
  const name = useId();
  return (
    <fieldset className="field">
      <legend>Readers</legend>
      <div>
        {exportLists.map((list) => (
          <label key={list} className="export-choice">
            <input
              type="radio"
              name={name}
              checked={list === chosen}
              disabled={!sizes[list]}
              aria-label={listNames[list]}
              aria-describedby={`${name}-${list}`}
              onChange={() => onChange(list)}
            />
            <span>{listNames[list]}</span>
            <span id={`${name}-${list}`} className="dim">
              {phraseSize(list, sizes[list])}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
