import { useState } from 'react';
import { formatCount } from '../../core/text/amounts.ts';
import { TextField } from '../ui/TextField.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly help: string;
  readonly onChange: (value: number) => void;
}

/** A whole number. It is taken over when the field is left, so that half a number is never acted on. */
export function NumberField({ label, value, min, max, help, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null ? value : parseWhole(typed);
  const isWithin = number !== null && number >= min && number <= max;
  const take = () => {
    if (typed === null || !isWithin) return;
    setTyped(null);
    if (number !== value) onChange(number);
  };
  return (
    <TextField
      label={label}
      value={typed ?? String(value)}
      onChange={setTyped}
      onBlur={take}
      help={help}
      error={isWithin ? null : `Enter a whole number from ${min} to ${formatCount(max)}.`}
      className="number-field"
    />
  );
}

function parseWhole(text: string): number | null {
  const digits = text.trim().replaceAll(',', '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
