import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import { cleanToken } from '../../core/connections/token.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Failed } from '../ui/Failed.tsx';
import { toast } from '../ui/toast.ts';
import { refreshConnections } from './queries.ts';
import { TokenField } from './TokenField.tsx';

interface ReplaceTokenDialogProps {
  readonly connection: ConnectionView;
  readonly onClose: () => void;
}

/** Takes a new token for a connection. The one before is forgotten once the new one is kept. */
export function ReplaceTokenDialog({ connection, onClose }: ReplaceTokenDialogProps) {
  const [token, setToken] = useState('');
  const [wasTried, setTried] = useState(false);
  const cleaned = cleanToken(token);

  const replace = useMutation({
    mutationFn: () => unwrap(ipc.connections.replaceToken({ connectionId: connection.id, token })),
    onSuccess: async ({ name }) => {
      await refreshConnections();
      toast.news(`“${name}” has a new token.`);
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (cleaned.ok && !replace.isPending) replace.mutate();
  };

  return (
    <Dialog title={`Replace the token of “${connection.name}”`} onClose={onClose}>
      <form className="dialog-form" aria-label="Replace token" noValidate onSubmit={submit}>
        <TokenField
          value={token}
          onChange={setToken}
          error={cleaned.ok || (!wasTried && token === '') ? null : cleaned.error}
          autoFocus
        />
        {replace.error ? <Failed failure={replace.error} isInline /> : null}
        <div className="dialog-actions">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={replace.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
