import { TriangleAlert } from 'lucide-react';
import type { Brake } from '../../core/draft/brake.ts';
import { counted, formatCount } from '../../core/text/amounts.ts';
import { TextField } from '../ui/TextField.tsx';

interface BrakePanelProps {
  readonly brake: Brake;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

/** Holds a push that removes suspiciously much until the number removed is typed. */
export function BrakePanel({ brake, typed, onType }: BrakePanelProps) {
  return (
    <section className="review-brake" aria-label="Brake">
      <TriangleAlert aria-hidden="true" />
      <div className="review-brake-text">
        <p>
          <strong>{warning(brake)}</strong>
        </p>
        <p>Cameras that use them stay mapped in Camio until someone clears them. A snapshot is taken first.</p>
      </div>
      <TextField label={`Type ${brake.removed} to confirm`} value={typed} onChange={onType} />
    </section>
  );
}

function warning({ reason, removed, of }: Brake): string {
  if (reason === 'list was longer') {
    return `Camio’s list had ${counted(of, 'reader')} since your last push. After this push ${formatCount(removed)} of them are gone.`;
  }
  return reason === 'empties the list'
    ? `This push empties Camio’s list: it removes ${removed === 1 ? 'the only reader' : `all ${counted(removed, 'reader')}`}.`
    : `This push removes ${formatCount(removed)} of ${counted(of, 'reader')}.`;
}
