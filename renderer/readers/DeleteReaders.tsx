import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Rows } from '../../core/readers/rows.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { chosenRows } from '../draft/reader-actions.ts';
import { useDraft } from '../draft/use-draft.ts';
import { useListState } from '../draft/use-reader-list.ts';
import { Button } from '../ui/Button.tsx';

/** Removes the readers chosen. Says how many it is for: those that are removed already are not. */
export function DeleteReaders({ onPress }: { readonly onPress: () => void }) {
  const rows = useDraft((state) => (state.kind === 'open' ? state.draft.rows : Rows.empty));
  const selection = useListState((state) => state.selection);
  // Moving the keyboard says nothing new while readers are selected.
  const cursor = useListState((state) => (state.selection.rows.size > 0 ? null : state.cursor));
  const { chosen, toRemove } = useMemo(() => {
    const all = chosenRows({ selection, cursor });
    return { chosen: all.length, toRemove: all.filter((row) => rows.at(row)?.mine).length };
  }, [selection, cursor, rows]);
  const isSelection = selection.rows.size > 0;

  return (
    <Button
      className="delete"
      variant="quiet"
      icon={<Trash2 aria-hidden="true" />}
      onPress={onPress}
      count={isSelection && toRemove > 0 ? formatCount(toRemove) : null}
      disabledReason={toRemove > 0 ? null : phraseNothing(chosen)}
      tooltip={
        isSelection ? `Remove ${counted(toRemove, 'reader')} from the draft` : 'Remove this reader from the draft'
      }
      shortcut="Delete"
    >
      Delete
    </Button>
  );
}

function phraseNothing(chosen: number): string {
  if (chosen === 0) return 'Select readers first, or put the keyboard on one.';
  return chosen === 1 ? 'This reader is removed already.' : 'These readers are removed already.';
}
