import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { RenameKind } from './rename-form.ts';

const BulkRenameDialog = lazy(() =>
  import('./BulkRenameDialog.tsx').then(({ BulkRenameDialog }) => ({ default: BulkRenameDialog })),
);

interface BulkRename {
  /** Opens the dialog, at this kind of rename. */
  readonly start: (kind: RenameKind) => void;
  /** To be rendered where the list is. */
  readonly dialog: ReactNode;
}

/** The dialog that renames many readers of the list in view. Its script is read when it is first opened. */
export function useBulkRename(): BulkRename {
  const [kind, setKind] = useState<RenameKind | null>(null);
  return {
    start: setKind,
    dialog: kind ? (
      <Suspense fallback={null}>
        <BulkRenameDialog kind={kind} onClose={() => setKind(null)} />
      </Suspense>
    ) : null,
  };
}
