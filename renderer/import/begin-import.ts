import { ipc } from '../ipc/ipc.ts';
import { toast } from '../ui/toast.ts';
import { type ImportedList, ImportSession } from './import-session.ts';
import { phraseOutcome } from './phrase-outcome.ts';

export { ImportWizard } from './ImportWizard.tsx';

/** Asks for a file to import into the list. What became of it is said in a message; `onEnd` hears that it is over. */
export function beginImport(list: ImportedList, onEnd: () => void): ImportSession {
  const session = new ImportSession(ipc, list, (outcome) => {
    onEnd();
    if (!outcome) return;
    toast.news(phraseOutcome(list.target, outcome), outcome.kind === 'imported' ? list.offerUndo() : undefined);
  });
  void session.choose();
  return session;
}
