import { amount, type Figure } from '../measure/figure.ts';

/** What a row of kills has shown so far. */
export interface KillTally {
  kills: number;
  acknowledged: number;
  /** Edits that were acknowledged and are not in the draft that was opened afterwards. */
  lost: number;
  /** Openings that failed, set a file aside, or gave another list than the edits make. */
  unreadable: number;
}

export const noKills = (): KillTally => ({ kills: 0, acknowledged: 0, lost: 0, unreadable: 0 });

/** Both must be none. */
export function* killFiguresOf(what: string, { kills, acknowledged, lost, unreadable }: KillTally): Generator<Figure> {
  const after = `${kills} SIGKILLs of ${what}, ${acknowledged.toLocaleString('en')} edits acknowledged`;
  yield amount(`lost edits after ${after}`, lost, '', 0);
  yield amount(`unreadable files after ${kills} SIGKILLs of ${what}`, unreadable, '', 0);
}
