import { type ReactNode, useRef } from 'react';
import { templateFields } from '../../core/rename/name-template.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { RuleFieldsProps } from './rename-form.ts';

/** The template, and what it can be made of: a press puts a field where the cursor is. */
export function TemplateFields({ form, onChange, children }: RuleFieldsProps & { readonly children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null);

  const insert = (field: string) => {
    const text = input.current;
    if (!text) return;
    const end = text.value.length;
    text.setRangeText(field, text.selectionStart ?? end, text.selectionEnd ?? end, 'end');
    // As if it had been typed: the cursor stays behind the field.
    text.dispatchEvent(new Event('input', { bubbles: true }));
    text.focus();
  };

  return (
    <>
      <TextField
        ref={input}
        label="Template"
        value={form.template}
        onChange={(template) => onChange({ template })}
        isMono
        className="rename-template"
      />
      {children}
      <fieldset className="rename-template-fields">
        <legend className="visually-hidden">Fields to insert</legend>
        {Object.entries(templateFields).map(([field, meaning]) => (
          <span key={field} className="rename-template-field">
            <Button
              className="mono"
              aria-label={`Insert {${field}}`}
              tooltip={meaning}
              onPress={() => insert(`{${field}}`)}
            >
              {`{${field}}`}
            </Button>
            <span className="help">{meaning}</span>
          </span>
        ))}
      </fieldset>
    </>
  );
}
