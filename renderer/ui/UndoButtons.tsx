import { Redo2, Undo2 } from 'lucide-react';
import { IconButton } from './IconButton.tsx';

interface UndoButtonsProps {
  /** The step that would be undone, as in `3 readers renamed`; null where there is none. */
  readonly undoes: string | null;
  readonly redoes: string | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** *Undo* and *Redo* of a page's toolbar, each of which says what it would do. */
export function UndoButtons({ undoes, redoes, onUndo, onRedo }: UndoButtonsProps) {
  return (
    <>
      <IconButton
        label="Undo"
        icon={<Undo2 aria-hidden="true" />}
        onPress={onUndo}
        tooltip={undoes === null ? undefined : `Undo: ${undoes}`}
        disabledReason={undoes === null ? 'There is nothing to undo.' : null}
        shortcut="Mod+Z"
      />
      <IconButton
        label="Redo"
        icon={<Redo2 aria-hidden="true" />}
        onPress={onRedo}
        tooltip={redoes === null ? undefined : `Redo: ${redoes}`}
        disabledReason={redoes === null ? 'There is nothing to redo.' : null}
        shortcut="Mod+Shift+Z"
      />
    </>
  );
}
