/** For tests: what Excel writes to a CSV of a cell that it took for text or for a number, in a column that may be too narrow. */
export function asShown(text: string, kind: 'text' | 'number' | 'narrow number'): string {
  const bare = text.replace(/^0+(?=\d)/, '');
  if (kind === 'text' || !/^\d+$/.test(text)) return text;
  if (kind === 'number' || bare.length < 10) return bare.slice(0, 15).padEnd(bare.length, '0');
  return Number(bare).toExponential(2).replace('e', 'E');
}
