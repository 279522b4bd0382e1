import { useMutation } from '@tanstack/react-query';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { toast } from '../ui/toast.ts';
import { afterAct } from './queries.ts';

/** Verifies the activity log; the last verdict stays until it is dismissed or asked for again. */
export function useVerify() {
  return useMutation({
    mutationFn: () => unwrap(ipc.activity.verify()),
    onError: (failure) => toast.failure(failure),
    onSettled: afterAct,
  });
}
