import type { QuoteStyle } from '../../core/import/import-table.ts';
import { quoteName } from '../../core/import/phrase-import.ts';
import { Select } from '../ui/Select.tsx';
import { mark } from './mark-detected.ts';

interface QuotesFieldProps {
  readonly value: QuoteStyle;
  readonly styles: readonly QuoteStyle[];
  readonly detected: QuoteStyle | null;
  readonly onChange: (quotes: QuoteStyle) => void;
}

/** What a quotation mark within a quoted cell looks like, or that quotation marks mean nothing. */
export function QuotesField({ value, styles, detected, onChange }: QuotesFieldProps) {
  return (
    <Select<QuoteStyle>
      label="Quotes"
      value={value}
      choices={styles.map((each) => ({ value: each, label: mark(quoteName(each), each === detected) }))}
      onChange={onChange}
    />
  );
}
