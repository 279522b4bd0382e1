/** A text in three: what both of two texts begin with, what is this one's own, and what both end with. */
export interface InThree {
  readonly start: string;
  readonly own: string;
  readonly end: string;
}

/** Cuts two texts where they begin and cease to differ, never through the middle of a character. */
export function changedPart(before: string, after: string): { readonly before: InThree; readonly after: InThree } {
  const [old, now] = [[...before], [...after]];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const inThree = (letters: readonly string[]): InThree => ({
    start: letters.slice(0, start).join(''),
    own: letters.slice(start, letters.length - end).join(''),
    end: letters.slice(letters.length - end).join(''),
  });
  return { before: inThree(old), after: inThree(now) };
}
