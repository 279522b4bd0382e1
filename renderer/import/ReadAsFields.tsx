import {
  type Encoding,
  encodings,
  type ImportTable,
  quoteStyles,
  type ReadOptions,
} from '../../core/import/import-table.ts';
import { encodingName } from '../../core/import/phrase-import.ts';
import { formatCount } from '../../core/text/amounts.ts';
import { Select } from '../ui/Select.tsx';
import { DelimiterField } from './DelimiterField.tsx';
import { HeaderLineFields } from './HeaderLineFields.tsx';
import { hasHeaderLine } from './has-header-line.ts';
import { mark } from './mark-detected.ts';
import { QuotesField } from './QuotesField.tsx';

interface ReadAsFieldsProps {
  readonly table: ImportTable;
  /** What the person chose; shown even while the file cannot be read that way. */
  readonly options: ReadOptions;
  readonly onChange: (options: Partial<ReadOptions>) => void;
}

/** How the file is read: what was detected is marked, and can be chosen otherwise. */
export function ReadAsFields({ table, options, onChange }: ReadAsFieldsProps) {
  const { readAs, detected, hidden, lists } = table;
  const chosen = { ...readAs, ...onlyChosen(options) };
  return (
    <div className="import-read-as">
      {chosen.encoding === null ? null : (
        <Select<Encoding>
          label="Encoding"
          value={chosen.encoding}
          choices={encodings.map((each) => ({
            value: each,
            label: mark(encodingName(each), each === detected.encoding),
          }))}
          onChange={(encoding) => onChange({ encoding })}
        />
      )}
      {chosen.delimiter === null ? null : (
        <DelimiterField
          value={chosen.delimiter}
          detected={detected.delimiter}
          onChange={(delimiter) => onChange({ delimiter })}
        />
      )}
      {chosen.quotes === null ? null : (
        <QuotesField
          value={chosen.quotes}
          styles={quoteStyles}
          detected={detected.quotes}
          onChange={(quotes) => onChange({ quotes })}
        />
      )}
      {chosen.list === null || lists.length < 2 ? null : (
        <Select
          label="List"
          value={chosen.list}
          choices={lists.map((each) => ({ value: each, label: mark(each, each === detected.list) }))}
          onChange={(list) => onChange({ list, headerLine: null })}
        />
      )}
      {chosen.sheet === null ? null : (
        <Select
          label="Sheet"
          value={String(chosen.sheet)}
          choices={sheetChoices(table)}
          // Another sheet has a header line of its own.
          onChange={(place) => onChange({ sheet: place === 'together' ? place : Number(place), headerLine: null })}
        />
      )}
      {hidden === null ? null : (
        <Select
          label="Hidden lines"
          value={hidden.areTaken ? 'taken' : 'left out'}
          choices={[
            { value: 'left out', label: 'Left out' },
            { value: 'taken', label: 'Read too' },
          ]}
          onChange={(choice) => onChange({ takesHidden: choice === 'taken' })}
        />
      )}
      {hasHeaderLine(table) ? (
        <HeaderLineFields
          table={table}
          chosen={chosen.headerLine}
          onChange={(headerLine) => onChange({ headerLine })}
        />
      ) : null}
    </div>
  );
}

function sheetChoices({ sheets, together, detected }: ImportTable) {
  const each = sheets.map(({ name, isHidden }, place) => ({
    value: String(place),
    label: mark(isHidden ? `${name} (hidden)` : name, place === detected.sheet),
  }));
  return together.length === 0
    ? each
    : [...each, { value: 'together', label: `${formatCount(together.length)} sheets together` }];
}

function onlyChosen(options: ReadOptions): Partial<{ [K in keyof ReadOptions]: NonNullable<ReadOptions[K]> }> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
}
