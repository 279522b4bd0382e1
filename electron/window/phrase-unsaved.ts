import { counted } from '../../core/text/amounts.ts';
import type { Unsaved } from '../../core/unsaved.ts';

/** What a person is told before a window with edits that are not on disk is closed; null for one that does not answer. */
export function phraseUnsaved(
  unsaved: readonly Unsaved[] | null,
  connectionName: (connectionId: string) => string,
): { readonly message: string; readonly detail: string } {
  if (unsaved === null) {
    return {
      message: 'The window does not answer',
      detail: 'If you close it now, edits that are not on disk yet are lost. What was called saved is on disk.',
    };
  }
  const total = unsaved.reduce((sum, { edits }) => sum + edits, 0);
  const of = unsaved.map(
    ({ connectionId, of: what, edits, reason }) =>
      `${connectionName(connectionId)}, ${what}: ${count(edits)}. ${reason ?? 'Saving is still going on.'}`,
  );
  const [isOrAre, itOrThey] = total === 1 ? ['is', 'it is'] : ['are', 'they are'];
  return {
    message: `${count(total)} ${isOrAre} not saved`,
    detail: [...of, `If you close the window now, ${itOrThey} lost.`].join('\n\n'),
  };
}

const count = (edits: number): string => counted(edits, 'edit');
