import { applyAction, type Draft, type DraftAction, startDraft } from '../../core/draft/draft.ts';
import type { Reader, RemoteList } from '../../core/readers/reader.ts';
import { campusReaders } from '../../core/simulator/campus.ts';

/** A campus whose list both the person and somebody else have changed since it was read. */
export interface CampusInMotion {
  readonly base: readonly Reader[];
  readonly draft: Draft;
  /** The draft's list, as objects of its own. */
  readonly mine: readonly Reader[];
  /** Camio's list now, as objects of its own, as a parsed answer is. */
  readonly remote: RemoteList;
}

const readAt = '2026-01-05T08:00:00.000Z';

/** Every hundredth reader renamed here, another hundredth there, some on both sides, some removed and added. */
export function campusInMotion(count: number): CampusInMotion {
  const base = campusReaders(count);
  const rowsAt = (step: number, from: number) =>
    Array.from({ length: Math.floor((count - from + step - 1) / step) }, (_, index) => from + index * step);
  const draft = edited(startDraft({ readers: base, readAt }), [
    { kind: 'rename', names: rowsAt(100, 7).map((row) => ({ row, name: `Renamed here ${row}` })) },
    { kind: 'delete', rows: rowsAt(500, 11) },
    { kind: 'add', readers: rowsAt(500, 0).map((row) => ({ id: `new-${row}`, name: `Added here ${row}` })) },
  ]);
  const theirs: Reader[] = [];
  base.forEach((reader, row) => {
    if (row % 500 === 13) return;
    const isTheirs = row % 100 === 3 || row % 1_000 === 7;
    theirs.push(isTheirs ? { ...reader, name: `Renamed there ${row}` } : { ...reader });
  });
  for (const row of rowsAt(500, 1)) theirs.push({ id: `their-${row}`, name: `Added there ${row}` });
  const mine = [...draft.rows].flatMap((row) => (row.mine ? [{ ...row.mine }] : []));
  return { base, draft, mine, remote: { readers: theirs, readAt: '2026-01-05T09:00:00.000Z' } };
}

function edited(start: Draft, actions: readonly DraftAction[]): Draft {
  return actions.reduce((draft, action) => {
    const applied = applyAction(draft, action);
    if (!applied.ok) throw new Error(`The draft refused: ${applied.error.code}.`);
    return applied.value.draft;
  }, start);
}
