import { EyeOff } from 'lucide-react';
import { counted } from '../../core/text/amounts.ts';
import { TextField } from '../ui/TextField.tsx';

interface UnseenPanelProps {
  /** Readers that a push sends. */
  readonly readers: number;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

/** Holds a push over a list that Camio does not let be read until the number of readers it sends is typed. */
export function UnseenPanel({ readers, typed, onType }: UnseenPanelProps) {
  return (
    <section className="review-brake" aria-label="List not seen">
      <EyeOff aria-hidden="true" />
      <div className="review-brake-text">
        <p>
          <strong>Reader Desk cannot see Camio’s list.</strong>
        </p>
        <p>
          This push replaces whatever Camio holds with {counted(readers, 'reader')}. It can neither be compared before
          nor read back after.
        </p>
      </div>
      <TextField label={`Type ${readers} to confirm`} value={typed} onChange={onType} />
    </section>
  );
}
