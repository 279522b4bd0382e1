import type { PastedChange, PastePlan } from '../../core/clipboard/paste-plan.ts';
import { phraseDoubt, phraseLeftOut } from '../../core/clipboard/phrase-paste.ts';

/** A row of the clipboard as the dialog lists it. */
export type PasteLine =
  | Pick<PastedChange, 'row' | 'kind' | 'id' | 'name' | 'before'>
  | { readonly row: number; readonly kind: 'left out'; readonly id: string; readonly why: string };

/** What to look at comes first: the rows that are left out, then those that change something. */
export function pasteLines({ changes, leftOut, doubtful }: PastePlan): PasteLine[] {
  const left = [
    ...leftOut.map((row) => leftOutLine(row, phraseLeftOut(row))),
    ...doubtful.filter(({ isLeftOut }) => isLeftOut).map((row) => leftOutLine(row, phraseDoubt(row))),
  ];
  return [...left.sort((a, b) => a.row - b.row), ...changes];
}

function leftOutLine({ row, id }: { readonly row: number; readonly id: string }, why: string) {
  return { row, kind: 'left out' as const, id, why };
}
