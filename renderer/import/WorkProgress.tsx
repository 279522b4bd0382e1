import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { ImportState } from './import-session.ts';

const sentences = {
  choosing: 'Waiting for a file…',
  reading: 'Reading the file…',
  comparing: 'Comparing it with the list…',
  importing: 'Importing…',
} as const;

/** What is under way and how far it has come. */
export function WorkProgress({ state: { work, progress } }: { readonly state: ImportState }) {
  if (work === null) return null;
  return (
    <div className="import-progress">
      <p role="status">{sentences[work]}</p>
      <ProgressBar label={sentences[work]} done={progress?.done ?? 0} total={progress?.total || null} />
    </div>
  );
}
