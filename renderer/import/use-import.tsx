import { type ReactNode, useEffect, useState } from 'react';
import type { ImportedList, ImportSession } from './import-session.ts';

// The wizard is not part of the window's first load.
const readProgram = () => import('./begin-import.ts');
type Program = Awaited<ReturnType<typeof readProgram>>;

/** An import that was asked for; its program is read first. */
type Run = 'starting' | { readonly session: ImportSession; readonly Wizard: Program['ImportWizard'] };

interface Import {
  /** Asks for a file at once; the wizard opens when one is chosen. */
  readonly start: () => void;
  readonly isOpen: boolean;
  /** To be rendered where the list is. */
  readonly wizard: ReactNode;
}

/** The import of a file into a list: readers or cameras. */
export function useImport(list: ImportedList): Import {
  const [run, setRun] = useState<Run | null>(null);
  const { session, Wizard } = run === null || run === 'starting' ? { session: null, Wizard: null } : run;

  // Where the list goes out of view, so does its import.
  useEffect(() => () => session?.cancel(), [session]);

  const start = async () => {
    if (run !== null) return;
    setRun('starting');
    const { beginImport, ImportWizard } = await readProgram();
    setRun({ session: beginImport(list, () => setRun(null)), Wizard: ImportWizard });
  };

  return { start: () => void start(), isOpen: run !== null, wizard: session ? <Wizard session={session} /> : null };
}
