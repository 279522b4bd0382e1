import type { ReactNode, Ref } from 'react';
import { TextField as Field, FieldError, Input, Label, Text } from 'react-aria-components';
import type { Sentences } from '../ipc/app-failure.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with the text and how to put it right; null where nothing is. */
  readonly error?: string | Sentences | null | undefined;
  readonly help?: ReactNode;
  readonly type?: 'text' | 'password' | 'search';
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  /** For ids, addresses and tokens. */
  readonly isMono?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
  readonly onBlur?: () => void;
  readonly className?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label, help and what is wrong with it. Nothing typed is ever changed or cut here. */
export function TextField({ label, error, help, isMono, placeholder, className, ref, ...field }: TextFieldProps) {
  return (
    <Field
      className={['field', className].filter(Boolean).join(' ')}
      {...field}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
    >
      <Label>{label}</Label>
      <Input
        className={isMono ? 'input mono' : 'input'}
        {...(ref ? { ref } : {})}
        {...(placeholder ? { placeholder } : {})}
      />
      {help ? (
        <Text slot="description" className="help">
          {help}
        </Text>
      ) : null}
      <FieldError className="field-error">
        {typeof error === 'string' || !error ? error : `${error.message} ${error.next}`}
      </FieldError>
    </Field>
  );
}
