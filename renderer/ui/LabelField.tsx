import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

interface LabelFieldProps {
  readonly label: string;
  readonly labels: readonly string[];
  readonly onChange: (labels: readonly string[]) => void;
  readonly help?: ReactNode;
  readonly className?: string;
}

/** Several short texts in one field: Enter or a comma adds, Backspace in the empty field takes the last one away. */
export function LabelField({ label, labels, onChange, help, className }: LabelFieldProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const add = (typed: string) => {
    const fresh = typed
      .split(/[,\n\t]/)
      .map((part) => part.trim())
      .filter((part, index, parts) => part && !labels.includes(part) && parts.indexOf(part) === index);
    if (fresh.length > 0) onChange([...labels, ...fresh]);
    setText('');
  };

  const type = (typed: string) => {
    if (/[,\n\t]/.test(typed)) add(typed);
    else setText(typed);
  };

  const press = (event: KeyboardEvent) => {
    // Enter ends a composed character first (Chinese, Japanese, Korean input), and otherwise must not submit the form.
    if (event.key === 'Enter' && text.trim() && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && labels.length > 0) {
      onChange(labels.slice(0, -1));
    }
  };

  const remove = (removed: string) => {
    onChange(labels.filter((kept) => kept !== removed));
    input.current?.focus();
  };

  return (
    <div className={['field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>{label}</label>
      <div className="input label-field">
        {labels.map((kept) => (
          <span key={kept} className="chip">
            <span className="ellipsis" title={kept}>
              {kept}
            </span>
            <button type="button" aria-label={`Remove label ${kept}`} onClick={() => remove(kept)}>
              <X aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          value={text}
          aria-describedby={help ? `${id}-help` : undefined}
          spellCheck="false"
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onBlur={() => add(text)}
        />
      </div>
      {help ? (
        <span id={`${id}-help`} className="help">
          {help}
        </span>
      ) : null}
    </div>
  );
}
