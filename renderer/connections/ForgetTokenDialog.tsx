import { useMutation } from '@tanstack/react-query';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { toast } from '../ui/toast.ts';
import { phraseRevocation } from './phrase-connection.ts';
import { refreshConnections } from './queries.ts';

interface ForgetTokenDialogProps {
  readonly connection: ConnectionView;
  readonly onClose: () => void;
}

/** Asks before a token is forgotten: Camio shows each one only once. */
export function ForgetTokenDialog({ connection: { id, name }, onClose }: ForgetTokenDialogProps) {
  const forget = useMutation({
    mutationFn: () => unwrap(ipc.connections.forgetToken({ connectionId: id })),
    onSuccess: async ({ revocation }) => {
      await refreshConnections();
      toast.news(`The token of “${name}” was forgotten. ${phraseRevocation(revocation)}`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`Forget the token of “${name}”?`}
      confirmLabel="Forget token"
      onConfirm={() => forget.mutate()}
      onClose={onClose}
      isBusy={forget.isPending}
      failure={forget.error}
    >
      <p>
        Reader Desk will not reach Camio with this connection until a token is entered again. Camio shows a token only
        once, so you may have to generate a new one. The draft is kept.
      </p>
    </ConfirmDialog>
  );
}
