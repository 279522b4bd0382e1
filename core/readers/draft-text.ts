import type { Draft } from './draft.ts';
import { type DraftFile, fromDraftFile, toDraftFile } from './draft-file.ts';

/**
 * A draft on its way to the window, as the JSON text of a `DraftFile`: one string crosses Electron's bridge at once, where
 * the objects of 100,000 readers are copied one by one, and twice.
 */
export type DraftText = string;

export function draftText(draft: Draft): DraftText {
  return JSON.stringify(toDraftFile(draft));
}

/** The draft of a text that `draftText` made; main's word is taken for it, as for all it answers. */
export function readDraftText(text: DraftText): Draft {
  const file: DraftFile = JSON.parse(text);
  return fromDraftFile(file);
}
