import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ConnectionView } from '../../core/connections/connection.ts';
import type { SignInState } from '../../core/sign-in/sign-in-state.ts';
import { unwrap } from '../ipc/app-failure.ts';
import { ipc } from '../ipc/ipc.ts';
import { makeReady } from './queries.ts';

/** Signs in for as long as it is mounted: begins at once, and is cancelled by going away. */
export function useSignIn(connection: ConnectionView) {
  const connectionId = connection.id;
  const [state, setState] = useState<SignInState | null>(null);
  const begin = useMutation({
    mutationFn: async () => unwrap(ipc.signIn.start({ connectionId: await makeReady(connection) })),
  });
  const openAgain = useMutation({ mutationFn: () => unwrap(ipc.signIn.openAgain({ connectionId })) });
  const copyLink = useMutation({ mutationFn: () => unwrap(ipc.signIn.copyLink({ connectionId })) });

  const { mutate } = begin;
  useEffect(() => {
    const remove = ipc.on.signInState((told) => {
      if (told.connectionId === connectionId) setState(told.signIn);
    });
    mutate();
    return () => {
      remove();
      void ipc.signIn.cancel({ connectionId });
    };
  }, [connectionId, mutate]);

  return {
    /** null until main has begun, e.g. while it asks whether to go to a server that is not Camio's. */
    state,
    failure: begin.error ?? openAgain.error ?? copyLink.error,
    isLinkCopied: copyLink.isSuccess,
    start: () => {
      copyLink.reset();
      openAgain.reset();
      setState(null);
      begin.mutate();
    },
    openAgain: () => openAgain.mutate(),
    copyLink: () => copyLink.mutate(),
  };
}
