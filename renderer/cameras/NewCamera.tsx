import { X } from 'lucide-react';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { usePlanActions } from './use-plan-actions.ts';

interface NewCameraProps {
  readonly onAdded: (id: string) => void;
  /** Where the focus goes from here is not its matter. */
  readonly onClose: () => void;
}

const hint = 'Enter adds, Esc closes. Without an ID the camera gets one.';

/** The line for new cameras, one after the other by keyboard: name, site, ID, Enter. */
export function NewCamera({ onAdded, onClose }: NewCameraProps) {
  const [name, setName] = useState('');
  const [site, setSite] = useState('');
  const [id, setId] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const actions = usePlanActions();
  const noteId = useId();

  useEffect(() => nameField.current?.focus(), []);

  const add = (event: FormEvent) => {
    event.preventDefault();
    nameField.current?.focus();
    if (name.trim() === '') {
      setProblem('Enter the camera’s name as Camio shows it.');
      return;
    }
    const added = actions.addCamera({ id, name, site });
    setProblem(added.ok ? null : `${added.error.message} ${added.error.next}`);
    if (!added.ok) return;
    // Cameras are mostly added site by site, so the site stays.
    setName('');
    setId('');
    onAdded(added.value);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };

  // Nothing typed and the focus gone elsewhere: the person is done adding.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (name === '' && id === '' && relatedTarget && !form.current?.contains(relatedTarget)) onClose();
  };

  const field = (label: string, value: string, change: (text: string) => void) => ({
    'aria-label': label,
    placeholder: label,
    value,
    spellCheck: 'false' as const,
    autoComplete: 'off',
    onChange: (event: { readonly target: { readonly value: string } }) => {
      change(event.target.value);
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
        {...field('Name', name, setName)}
      />
      <input className="input" {...field('Site', site, setSite)} />
      <input className="input mono" {...field('ID', id, setId)} />
      <span id={noteId} className={problem ? 'note blocks' : 'note'} role="status" title={problem ?? hint}>
        {problem ?? hint}
      </span>
      <Button type="submit">Add</Button>
      <IconButton label="Close" icon={<X aria-hidden="true" />} onPress={onClose} />
    </form>
  );
}
