import type { PastedRows } from '../../core/clipboard/pasted-rows.ts';

/** Says which row was taken for the columns' names, with a space before it; '' where none was. */
export function phraseHeader({ header }: PastedRows): string {
  if (!header) return '';
  const names = header.map((cell) => `“${cell}”`).join(', ');
  return ` The first row (${names}) was taken for the columns’ names.`;
}
