import { sameSide } from '../readers/change.ts';
import type { Reader, RemoteList } from '../readers/reader.ts';
import type { Row } from '../readers/rows.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Draft, rebase } from './draft.ts';
import type { RowEdit } from './draft-action.ts';
import { withLossStep } from './list-loss.ts';
import { type Choice, settle } from './merge.ts';
import { forEachMoved } from './merge-lists.ts';
import { followSteps } from './rebase.ts';

/** Clashes nobody has settled yet. */
export interface UnsettledClashes {
  readonly code: 'clashes left';
  readonly clashes: number;
}

/**
 * The draft merged with the list Camio holds now, on that list as its base. What the merge changes on the draft's side is
 * one step: undoing it gives the draft's side back, on the new base, and untouched rows too where the list lost many of
 * them. `choices` settle the clashes by row.
 */
export function mergeDraft(
  draft: Draft,
  remote: RemoteList,
  choices: ReadonlyMap<number, Choice>,
): Result<Draft, UnsettledClashes> {
  const edits: RowEdit[] = [];
  let clashes = 0;
  const edit = (row: number, { base, mine }: Row, after: Reader | null) => {
    // Rows the person has not touched follow Camio with the base.
    if (base !== mine && !sameSide(mine, after)) edits.push({ row, before: mine, after });
  };
  forEachMoved(draft.rows, remote.readers, (step) => {
    if (step.kind === 'merged') {
      if (step.row !== null) edit(step.row, step.sides, step.merged);
      return;
    }
    const choice = choices.get(step.clash.row);
    if (choice) edit(step.clash.row, step.clash, settle(step.clash, choice));
    else clashes += 1;
  });
  if (clashes > 0) return fail({ code: 'clashes left', clashes });

  const based = rebase(draft, remote);
  const onRemote = {
    ...based,
    undo: followSteps(based.undo, draft.rows, based.rows),
    redo: followSteps(based.redo, draft.rows, based.rows),
  };
  const merged = withLossStep(draft, onRemote, edits);
  return ok({ ...merged, seq: draft.seq + 1 });
}
