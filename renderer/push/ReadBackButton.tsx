import { SearchCheck } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';
import { useOfflineReason } from '../window/use-offline-reason.ts';
import { pushes } from './use-push.ts';

/** Reads Camio's list once more to find out what became of one that was sent. */
export function ReadBackButton() {
  const { id } = useConnection();
  const offline = useOfflineReason();
  const settle = async () => {
    const refusal = await pushes.settle(id);
    if (refusal) toast.failure(refusal);
  };
  return (
    <Button
      variant="primary"
      icon={<SearchCheck aria-hidden="true" />}
      onPress={() => void settle()}
      disabledReason={offline}
    >
      Read back again
    </Button>
  );
}
