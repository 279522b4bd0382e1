import { useState } from 'react';
import { commonDelimiters, type Delimiter, fixedWidth } from '../../core/import/import-table.ts';
import { delimiterName } from '../../core/import/phrase-import.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { mark } from './mark-detected.ts';

interface DelimiterFieldProps {
  readonly value: Delimiter;
  readonly detected: Delimiter | null;
  readonly onChange: (delimiter: Delimiter) => void;
}

const other = 'other';

/** What stands between cells: a delimiter by its name, any other character that is typed, or fixed columns. */
export function DelimiterField({ value, detected, onChange }: DelimiterFieldProps) {
  const [isAsked, setIsAsked] = useState(false);
  const listed: readonly Delimiter[] = [
    ...commonDelimiters,
    fixedWidth,
    ...(detected === null || detected === fixedWidth || isCommon(detected) ? [] : [detected]),
  ];
  const isOther = isAsked || !listed.includes(value);
  return (
    <>
      <Select
        label="Delimiter"
        value={isOther ? other : value}
        choices={[
          ...listed.map((each) => ({ value: each, label: mark(delimiterName(each), each === detected) })),
          { value: other, label: 'Other' },
        ]}
        onChange={(choice) => {
          setIsAsked(choice === other);
          if (choice !== other) onChange(choice);
        }}
      />
      {isOther ? (
        <TextField
          className="import-delimiter"
          label="Delimiter character"
          value={listed.includes(value) ? '' : value}
          onChange={(text) => {
            const typed = text.slice(-1);
            if (typed !== '') onChange(typed);
          }}
          autoFocus={isAsked}
          isMono
        />
      ) : null}
    </>
  );
}

const isCommon = (delimiter: Delimiter): boolean => commonDelimiters.some((each) => each === delimiter);
