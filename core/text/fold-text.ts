const ascii = /^[\0-\x7f]*$/;

/** Text as the filter compares it: without case and accents (`Büro` is `buro`). */
export function foldText(text: string): string {
  // Most ids and names are ASCII; decomposing only the others keeps 100,000 rows quick.
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a filter; a row matches when it has all of them, in any order. */
export function filterWords(filter: string): readonly string[] {
  return foldText(filter).split(/\s+/).filter(Boolean);
}
