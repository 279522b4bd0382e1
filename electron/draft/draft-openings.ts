import type { AppError } from '../../core/app-error.ts';
import type { Draft } from '../../core/draft/draft.ts';
import { type DraftPart, draftParts } from '../../core/draft/draft-parts.ts';
import { fail, ok, type Result } from '../../core/result.ts';

interface Opening {
  readonly opening: number;
  readonly parts: Generator<DraftPart, undefined>;
}

/** Drafts on their way to the window, a part at a time: of each connection the one that was opened last. */
export function createDraftOpenings() {
  const openings = new Map<string, Opening>();
  let last = 0;

  function next(connectionId: string, { opening, parts }: Opening): Result<DraftPart, AppError> {
    const step = parts.next();
    if (step.done) return fail(openedAnew());
    if (step.value.isLast && openings.get(connectionId)?.opening === opening) openings.delete(connectionId);
    return ok(step.value);
  }

  return {
    /** Begins with a draft as it is now; whatever happens to it meanwhile, its parts are of this one. */
    begin(
      connectionId: string,
      draft: Draft,
    ): Result<{ readonly opening: number; readonly part: DraftPart }, AppError> {
      last += 1;
      const begun = { opening: last, parts: draftParts(draft) };
      openings.set(connectionId, begun);
      const first = next(connectionId, begun);
      return first.ok ? ok({ opening: last, part: first.value }) : first;
    },

    /** The next part; refused once the draft was opened anew, or is there as a whole. */
    more(connectionId: string, opening: number): Result<DraftPart, AppError> {
      const found = openings.get(connectionId);
      return found?.opening === opening ? next(connectionId, found) : fail(openedAnew());
    },
  };
}

function openedAnew(): AppError {
  return {
    code: 'not-found',
    message: 'The draft was opened a second time before it had been read.',
    next: 'Open it again.',
  };
}
