import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Failed } from './Failed.tsx';
import { TextField } from './TextField.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and what cannot be taken back. */
  readonly children: ReactNode;
  /** The effect, e.g. "Delete connection". */
  readonly confirmLabel: string;
  readonly onConfirm: (typed: string) => void;
  readonly onClose: () => void;
  /** Must be typed before the button works; null where a press is enough. */
  readonly typed?: string | null;
  readonly isBusy?: boolean;
  /** Why the last try did not work. */
  readonly failure?: unknown;
  readonly isDangerous?: boolean;
}

/** Asks before something that is hard to take back; by typing where much would be lost. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { typed = null, isDangerous = true } = props;
  const [text, setText] = useState('');
  const matches = typed === null || text === typed;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches && !props.isBusy) props.onConfirm(text);
  };

  return (
    <Dialog title={props.title} role="alertdialog" onClose={props.onClose}>
      <form onSubmit={submit} className="dialog-form">
        <div className="dialog-text">{props.children}</div>
        {typed === null ? null : (
          <TextField label={`Type ${typed} to confirm`} value={text} onChange={setText} autoFocus />
        )}
        {props.failure ? <Failed failure={props.failure} isInline /> : null}
        <div className="dialog-actions">
          <Button onPress={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            variant={isDangerous ? 'danger' : 'primary'}
            isBusy={props.isBusy ?? false}
            disabledReason={matches ? null : `Type ${typed} first.`}
          >
            {props.confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
