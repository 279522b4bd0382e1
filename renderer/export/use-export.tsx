import { lazy, type ReactNode, Suspense, useState } from 'react';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

interface Export {
  readonly start: () => void;
  /** To be rendered where the list is. */
  readonly dialog: ReactNode;
}

/** The export of the open connection's readers as a file. */
export function useExport(): Export {
  const [isOpen, setOpen] = useState(false);
  return {
    start: () => setOpen(true),
    dialog: isOpen ? (
      <Suspense fallback={null}>
        <ExportDialog onClose={() => setOpen(false)} />
      </Suspense>
    ) : null,
  };
}
