import { Hourglass } from 'lucide-react';
import type { WorksheetLine } from '../../core/cameras/worksheet-line.ts';
import { useNavigate } from '../app/navigation.ts';
import { Button } from '../ui/Button.tsx';
import { phraseWaiting } from './phrase-plan.ts';

/** Says that Camio's page does not offer some of the worksheet's readers yet, and where to have it do so. */
export function WaitingNote({ lines }: { readonly lines: readonly WorksheetLine[] }) {
  const navigate = useNavigate();
  const waiting = new Set<string>();
  for (const { readers } of lines) {
    for (const { reader, mark } of readers) if (mark === 'waiting') waiting.add(reader.id);
  }
  if (waiting.size === 0) return null;
  return (
    <div className="worksheet-waiting" role="note">
      <Hourglass aria-hidden="true" />
      <span>{phraseWaiting(waiting.size)}</span>
      <Button onPress={() => navigate('review')}>Review and push</Button>
    </div>
  );
}
