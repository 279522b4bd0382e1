import { useMutation } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { toast } from '../ui/toast.ts';
import { useConnection } from '../window/current-connection.ts';

/** What the person saw of some readers' events. */
export interface Seen {
  readonly readerIds: readonly string[];
  readonly isSeen: boolean;
  readonly note: string;
}

/** Takes down what was seen; settles once that is on disk and in the results, or the person was told why not. */
export function useSignOff(sweepId: string) {
  const { id: connectionId } = useConnection();
  return useMutation({
    mutationFn: ({ readerIds, isSeen, note }: Seen) =>
      unwrap(
        ipc.commissioning.signOff({
          connectionId,
          sweepId,
          readerIds: [...readerIds],
          // Neither seen nor a word on it: nobody has said anything.
          signOff: isSeen || note ? { seen: isSeen, note } : null,
        }),
      ),
    onError: (failure) => toast.failure(failure),
  });
}
