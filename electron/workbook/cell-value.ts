import { dateText, isoDateText } from './date-text.ts';
import { type NumberFormat, patternText } from './number-format.ts';
import { numberText } from './number-text.ts';
import { unescaped } from './rich-text.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** The year whose first day is the workbook's day 1. */
  readonly epoch: 1900 | 1904;
}

/**
 * A cell's text as a person sees it, from its type and what stands in its `v`: truth values as Excel's, dates as ISO
 * 8601, whole numbers with all their digits. Null for a shared text that is not there.
 */
export function cellValue(type: string | null, raw: string, format: NumberFormat, context: CellContext): string | null {
  switch (type) {
    case 's':
      return context.texts[Number(raw.trim())] ?? null;
    case 'str':
    case 'inlineStr':
      return unescaped(raw);
    case 'b':
      return truthValues.get(raw.trim().toLowerCase()) ?? raw.trim();
    case 'e':
      return raw.trim();
    case 'd':
      return isoDateText(raw.trim());
    default:
      return shownNumber(raw.trim(), format, context.epoch);
  }
}

const truthValues: ReadonlyMap<string, string> = new Map([
  ['1', 'TRUE'],
  ['true', 'TRUE'],
  ['0', 'FALSE'],
  ['false', 'FALSE'],
]);

function shownNumber(source: string, format: NumberFormat, epoch: 1900 | 1904): string {
  if (source === '') return '';
  const text = numberText(source);
  if (format.kind === 'general') return text;
  if (format.kind === 'pattern') return /^\d+$/.test(text) ? patternText(text, format.pieces) : text;
  return dateText(Number(source), format.kind, epoch) ?? text;
}
