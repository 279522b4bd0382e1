import type { ToastAction } from '../ui/toast.ts';

/** What a message about a step offers to take it back. The next change ends the offer: *Undo* would then mean that one. */
export function undoAction(session: { onEdits(listener: () => void): () => void }, undo: () => void): ToastAction {
  return { label: 'Undo', run: undo, until: (over) => session.onEdits(over) };
}
