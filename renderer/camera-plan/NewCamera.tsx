import { X } from 'lucide-react';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { usePlanActions } from '../cameras/use-plan-actions.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useNewLine } from '../ui/new-line.ts';
import { useNewCameraLine } from './use-new-camera.ts';

interface NewCameraProps {
  readonly onAdded: (id: string) => void;
  /** The line has closed; where the focus goes from here is not its matter. */
  readonly onClose: () => void;
}

const hint = 'Enter adds, Esc closes. Without an ID the camera gets one.';

/** The line for new cameras, one after the other by keyboard: name, site, ID, Enter. */
export function NewCamera({ onAdded, onClose }: NewCameraProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const line = useNewCameraLine();
  const typed = useNewLine(line, nameField);
  const { id, name, site } = typed;
  const actions = usePlanActions();
  const noteId = useId();

  const add = (event: FormEvent) => {
    event.preventDefault();
    nameField.current?.focus();
    if (name.trim() === '') {
      setProblem('Enter the camera’s name as Camio shows it.');
      return;
    }
    const added = actions.addCamera(typed);
    setProblem(added.ok ? null : `${added.error.message} ${added.error.next}`);
    if (!added.ok) return;
    // Cameras are mostly added site by site, so the site stays.
    line.type({ ...line.nothing, site });
    onAdded(added.value);
  };

  const close = () => {
    line.close();
    onClose();
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };

  // Nothing typed and the focus gone elsewhere: the person is done adding.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (name === '' && id === '' && relatedTarget && !form.current?.contains(relatedTarget)) line.close();
  };

  const field = (label: string, key: keyof typeof typed) => ({
    'aria-label': label,
    placeholder: label,
    value: typed[key],
    spellCheck: 'false' as const,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => {
      line.type({ ...typed, [key]: event.target.value });
      setProblem(null);
    },
  });

  return (
    <form
      ref={form}
      className="new-line new-camera"
      aria-label="New camera"
      onSubmit={add}
      onKeyDown={press}
      onBlur={leave}
    >
      <input
        ref={nameField}
        className="input"
        aria-describedby={noteId}
        aria-invalid={problem !== null || undefined}
        {...field('Name', 'name')}
      />
      <input className="input" {...field('Site', 'site')} />
      <input className="input mono" {...field('ID', 'id')} />
      <span id={noteId} className={problem ? 'note blocks' : 'note'} role="status" title={problem ?? hint}>
        {problem ?? hint}
      </span>
      <Button type="submit">Add</Button>
      <IconButton label="Close" icon={<X aria-hidden="true" />} onPress={close} />
    </form>
  );
}
