import { X } from 'lucide-react';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { phraseIssue } from '../../core/checks/phrase-issue.ts';
import { useReaderList } from '../draft/use-reader-list.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useNewLine } from '../ui/new-line.ts';

const hint = 'Enter adds, Esc closes.';

/** The line for new readers, one after the other by keyboard: ID, Tab, name, Enter. `onLeave` puts the focus elsewhere. */
export function NewReader({ onLeave }: { readonly onLeave: () => void }) {
  const { list, actions } = useReaderList();
  const [isIdMissing, setIdMissing] = useState(false);
  const [isTaken, setTaken] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const idField = useRef<HTMLInputElement>(null);
  const line = list.newLine;
  const { id, name } = useNewLine(line, idField);
  const noteId = useId();

  const isEmpty = id === '' && name === '';
  const issues = list
    .issuesIfNew({ id, name })
    .filter(({ code }) => code !== 'empty name' && (code !== 'empty id' || isIdMissing));
  const worst = issues.find(({ severity }) => severity === 'blocks') ?? issues[0];
  const problem = worst ? phraseIssue(worst) : null;
  const taken = isTaken ? `Another reader has the ID ${id}. An ID can be in the list only once.` : null;

  const add = (event: FormEvent) => {
    event.preventDefault();
    setIdMissing(id === '');
    idField.current?.focus();
    if (id === '') return;
    if (actions.isTaken(id)) {
      setTaken(true);
      return;
    }
    actions.add({ id, name });
    line.type(line.nothing);
  };

  const close = () => {
    line.close();
    onLeave();
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };

  // Nothing typed and the focus gone elsewhere: the person is done adding.
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (isEmpty && relatedTarget && !form.current?.contains(relatedTarget)) line.close();
  };

  return (
    <form
      ref={form}
      className="new-line new-reader"
      aria-label="New reader"
      onSubmit={add}
      onKeyDown={press}
      onBlur={leave}
    >
      <input
        ref={idField}
        className="input mono"
        aria-label="ID"
        aria-describedby={noteId}
        aria-invalid={taken !== null || worst?.severity === 'blocks' || undefined}
        placeholder="ID"
        value={id}
        spellCheck="false"
        autoComplete="off"
        onChange={(event) => {
          line.type({ id: event.target.value, name });
          setIdMissing(false);
          setTaken(false);
        }}
      />
      <input
        className="input"
        aria-label="Name"
        placeholder="Name"
        value={name}
        spellCheck="false"
        autoComplete="off"
        onChange={(event) => line.type({ id, name: event.target.value })}
      />
      <span
        id={noteId}
        className={`note ${taken ? 'blocks' : (worst?.severity ?? '')}`}
        role="status"
        title={taken ?? problem ?? hint}
      >
        {taken ?? problem ?? hint}
      </span>
      <Button type="submit">Add</Button>
      <IconButton label="Close" icon={<X aria-hidden="true" />} onPress={close} />
    </form>
  );
}
