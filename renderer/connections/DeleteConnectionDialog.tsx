import { useMutation } from '@tanstack/react-query';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { counted } from '../../core/text/amounts.ts';
import { AppFailure, unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { queryClient } from '../ipc/query-client.ts';
import { forgetConnection } from '../sessions/connection-sessions.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { toast } from '../ui/toast.ts';
import { refreshConnections } from './queries.ts';

interface DeleteConnectionDialogProps {
  readonly connection: ConnectionView;
  readonly onClose: () => void;
}

/** Asks before a connection is deleted, by typing its name where its draft has changes that were never pushed. */
export function DeleteConnectionDialog({ connection, onClose }: DeleteConnectionDialogProps) {
  const { id, name, draftChanges } = connection;
  const remove = useMutation({
    mutationFn: (typedName: string) => unwrap(ipc.connections.delete({ connectionId: id, typedName })),
    onSuccess: async () => {
      forgetConnection(id);
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(id) });
      await refreshConnections();
      toast.news(`“${name}” was deleted.`);
      onClose();
    },
  });

  // Main counts anew when asked, so it may know of changes that the list read earlier does not.
  const mustType =
    (draftChanges ?? 0) > 0 ||
    (remove.error instanceof AppFailure && remove.error.error.code === 'confirmation-needed');

  return (
    <ConfirmDialog
      title={`Delete “${name}”?`}
      confirmLabel="Delete connection"
      typed={mustType ? name : null}
      onConfirm={(typedName) => remove.mutate(typedName)}
      onClose={onClose}
      isBusy={remove.isPending}
      failure={remove.error}
    >
      <p>
        Its token, draft, camera plan, snapshots, sent events and sweeps with what was signed off are deleted from this
        computer. The list in Camio stays as it is.
      </p>
      {draftChanges ? (
        <p>
          <strong>
            {counted(draftChanges, 'change in its draft was', 'changes in its draft were')} never pushed and will be
            lost.
          </strong>
        </p>
      ) : null}
    </ConfirmDialog>
  );
}
