/**
 * The text of a number, from its text in the workbook's XML. Whole numbers keep every digit that stands there, however
 * large: an ID of 17 digits is another one with a digit changed. `1.2E+19` is written out, as a wide column shows it.
 * A number with decimals is shown as briefly as it can be told from its neighbours.
 */
export function numberText(source: string): string {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(source) ?? [];
  if (whole === '' && decimals === '') return source;
  const shift = Number(exponent);
  const digits = whole + decimals;
  const pointAt = whole.length + shift;
  const isWhole = pointAt > 0 && /^0*$/.test(digits.slice(pointAt));
  if (!isWhole || pointAt > longest) return Number.isFinite(Number(source)) ? String(Number(source)) : source;
  const text = digits
    .slice(0, pointAt)
    .padEnd(pointAt, '0')
    .replace(/^0+(?=\d)/, '');
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** The largest number of a workbook has 309 digits. */
const longest = 309;
