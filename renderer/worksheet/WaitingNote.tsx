import { Hourglass } from 'lucide-react';
import type { WorksheetLine } from '../../core/worksheet/worksheet-line.ts';
import { phraseWaiting } from '../cameras/phrase-plan.ts';
import { Button } from '../ui/Button.tsx';
import { useNavigate } from '../window/navigation.ts';

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
