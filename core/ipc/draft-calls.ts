import { z } from 'zod';
import type { AppError } from '../app-error.ts';
import type { DraftPart } from '../draft/draft-parts.ts';
import { draftActionSchema } from '../draft/draft-schema.ts';
import type { ListMerge } from '../draft/merge-lists.ts';
import { fromJsonText } from '../json-text-schema.ts';
import type { Differences } from '../readers/diff.ts';
import { answers, connectionId, manyOf, ownText, rowNumber } from './call.ts';

/** A draft with what its opening found out, e.g. a torn last line that was cut off. */
export interface OpenedDraft {
  /** Which opening it is: what the other parts of this very draft are asked for with. */
  readonly opening: number;
  readonly part: DraftPart;
  readonly notices: readonly AppError[];
  /** Readers that differ from the draft's base in the list Camio was last seen to hold; 0 as far as is known. */
  readonly moved: number;
}

export type RefreshOutcome =
  /**
   * The draft now stands on the list just read; open it again. `moved` is null where nothing had moved; `lost` counts the
   * readers or names that the list lost, where that is much.
   */
  | { readonly kind: 'adopted'; readonly readers: number; readonly moved: Differences | null; readonly lost: number }
  /** The remote list moved and the draft has changes: the draft was left as it is. */
  | { readonly kind: 'drift'; readonly differences: Differences; readonly error: AppError };

export type RemoteComparison =
  /** Camio holds the list the draft stands on. */
  | { readonly kind: 'unmoved' }
  /** Camio's list moved: what a merge of the draft numbered `seq` with the list read at `readAt` comes to. */
  | { readonly kind: 'moved'; readonly seq: number; readonly readAt: string; readonly merge: ListMerge };

export const draftCalls = {
  open: answers<OpenedDraft>()(z.object({ connectionId })),
  /** The next part of a draft that was opened, until the last; refused once it has been opened anew. */
  more: answers<DraftPart>()(z.object({ connectionId, opening: z.int() })),
  /** Answered when the action is on disk. `seq` is the draft's before the action; any other is `draft-out-of-step`. */
  apply: answers<{ readonly seq: number }>()(
    z.object({ connectionId, seq: z.int(), action: fromJsonText(draftActionSchema) }),
  ),
  /**
   * The same for an action that is too long for one text: its parts (`actionParts`) in order, `at` counting those
   * before. Answers null until the last.
   */
  applyPart: answers<{ readonly seq: number } | null>()(
    z.object({
      connectionId,
      seq: z.int(),
      at: z.int().nonnegative(),
      isLast: z.boolean(),
      action: fromJsonText(draftActionSchema),
    }),
  ),
  /** Reads Camio's list and puts the draft on it. */
  refresh: answers<RefreshOutcome>()(z.object({ connectionId })),
  /** Reads Camio's list and compares it with the draft and its base. Changes nothing. */
  compare: answers<RemoteComparison>()(z.object({ connectionId })),
  /**
   * Merges the draft with the very list that was compared (`seq`, `readAt`) and puts it on that list, as one step that
   * can be undone. Refused while a clash has no choice, and where the list or the draft has moved on since.
   */
  merge: answers<{ readonly seq: number }>()(
    z.object({
      connectionId,
      seq: z.int(),
      readAt: ownText,
      choices: manyOf(z.object({ row: rowNumber, keep: z.enum(['mine', 'theirs']) })),
    }),
  ),
  /** The connection in view: its list in Camio is looked at now and then, and `remoteMoved` says when it moved. */
  watch: answers<void>()(z.object({ connectionId: connectionId.nullable() })),
};
