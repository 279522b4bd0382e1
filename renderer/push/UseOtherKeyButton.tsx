import { useMutation } from '@tanstack/react-query';
import { type Dialect, dialectWithKey, type ListKey } from '../../core/camio/dialect.ts';
import { refreshConnections } from '../connections/queries.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { pushes } from './use-push.ts';

/** Lets the open connection send its list under the key that Camio was seen to use. Nothing is sent by that. */
export function UseOtherKeyButton({ listKey }: { readonly listKey: ListKey }) {
  const { id: connectionId, name, baseUrl, color, dialect, timeZone } = useConnection();
  const other = dialectWithKey(dialect, listKey);
  const change = useMutation({
    mutationFn: () => {
      const fields = { name, baseUrl, color, dialect: other, ...(timeZone === undefined ? {} : { timeZone }) };
      return unwrap(ipc.connections.update({ connectionId, ...fields }));
    },
    onSuccess: async () => {
      await refreshConnections();
      pushes.dismiss(connectionId);
      toast.news(`“${name}” now sends its list under “${listKey}”. Look the review over and push again.`);
    },
    onError: toast.failure,
  });
  if (other === dialect) return null;
  return (
    <Button onPress={() => change.mutate()} isBusy={change.isPending}>
      {effectOf(other)}
    </Button>
  );
}

function effectOf({ preset, listKey }: Dialect): string {
  switch (preset) {
    case 'first generation':
      return 'Use the first-generation dialect';
    case 'later generation':
      return 'Use the later dialect';
    case 'custom':
      return `Send the list under “${listKey}”`;
  }
}
