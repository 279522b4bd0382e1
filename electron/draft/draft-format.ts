import { applyAction, type Draft, type DraftAction, emptyDraft } from '../../core/draft/draft.ts';
import { fromDraftFile, toDraftFile } from '../../core/draft/draft-file.ts';
import { draftActionSchema, draftFileSchema } from '../../core/draft/draft-schema.ts';
import { ok } from '../../core/result.ts';
import type { JournalledFormat } from '../store/journalled/journalled-format.ts';
import { draftNotices } from './draft-notices.ts';

/** How a draft is kept on disk. */
export const draftFormat: JournalledFormat<Draft, DraftAction> = {
  name: 'draft',
  version: 1,
  empty: emptyDraft,
  actionSchema: draftActionSchema,
  parts: ['base', 'mine', 'undo', 'redo'],
  notices: draftNotices,

  apply(draft, action) {
    const applied = applyAction(draft, action);
    return applied.ok ? ok(applied.value.draft) : applied;
  },

  encode(draft) {
    const { seq, baseReadAt, longestSeen, base, mine, undo, redo } = toDraftFile(draft);
    return { head: { seq, baseReadAt, longestSeen }, lists: { base, mine, undo, redo } };
  },

  decode(version, data) {
    // Version 1 is the first; a later one turns the data of each earlier one into its own here.
    const parsed = draftFileSchema.safeParse({ ...data, version });
    return parsed.success ? fromDraftFile(parsed.data) : null;
  },
};
