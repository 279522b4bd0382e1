/** A cell of a workbook as a person sees it: numbers with all their digits, dates as ISO 8601, truth values as Excel's. */
export function workbookCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateText(value) : String(value);
}

/**
 * The text of a number, from its text in the workbook's XML. `1.23456789012345E+19` is written out, as a column wide
 * enough shows it; what lies beyond a number's own digits is zeros.
 */
export function numberText(source: string | number): string {
  const number = Number(source);
  if (!Number.isFinite(number)) return String(source);
  const [, sign = '', whole = '', decimals = '', exponent = ''] =
    /^(-?)(\d)(?:\.(\d+))?e\+(\d+)$/.exec(String(number)) ?? [];
  if (exponent === '') return String(number);
  return `${sign}${(whole + decimals).padEnd(Number(exponent) + 1, '0')}`;
}

/** Dates of a workbook know no time zone; the library gives them in UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
