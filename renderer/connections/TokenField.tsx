import type { AppError } from '../../core/app-error.ts';
import { cleanToken } from '../../core/connections/token.ts';
import { TextField } from '../ui/TextField.tsx';

interface TokenFieldProps {
  readonly value: string;
  readonly onChange: (token: string) => void;
  readonly name?: string;
  readonly error: AppError | null;
  readonly onBlur?: () => void;
  readonly autoFocus?: boolean;
}

/** Where a token is pasted. It goes to main and never comes back. */
export function TokenField({ value, error, ...field }: TokenFieldProps) {
  return (
    <TextField label="Token" type="password" value={value} error={error} isMono help={helpFor(value)} {...field} />
  );
}

function helpFor(typed: string): string {
  const cleaned = cleanToken(typed);
  if (cleaned.ok && cleaned.value !== typed) return 'The words, spaces and line breaks around the token are left out.';
  return 'From Camio’s settings page: Integrations, Generate. Camio shows it once.';
}
