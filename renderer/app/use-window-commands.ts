import { useEffect, useEffectEvent } from 'react';
import { refreshConnections } from '../connections/queries.ts';
import { ipc } from '../ipc/ipc.ts';
import { toast } from '../ui/toast.ts';
import type { Navigation } from '../window/navigation.ts';
import { type Command, handleKey, handleMenu, isDialogOpen } from '../window/shortcuts.ts';
import { goForCommand } from './go-for-command.ts';

type Window = Pick<Navigation, 'navigate' | 'open'> & { readonly hasConnection: boolean };

/** What reaches the window from outside its page: keys, the menu, main's notices, a second start with `--practice`. */
export function useWindowCommands({ navigate, open, hasConnection }: Window): void {
  const go = useEffectEvent(navigate);
  const goFor = useEffectEvent((command: Command) => goForCommand(command, navigate, hasConnection));
  const show = useEffectEvent((connectionId: string) => {
    open(connectionId);
    // It may be new. Until it is in the list, the shell shows Connections.
    void refreshConnections();
  });

  useEffect(() => {
    const endings = [
      ipc.on.menuCommand((command) => {
        if (command.kind !== 'go') handleMenu(command.kind, goFor);
        else if (!isDialogOpen()) go(command.page);
      }),
      ipc.on.openConnection(({ connectionId }) => show(connectionId)),
      ipc.on.notice((error) => toast.failure(error)),
      ipc.on.connectionChanged(() => void refreshConnections()),
    ];
    window.addEventListener('keydown', handleKey);
    return () => {
      window.removeEventListener('keydown', handleKey);
      for (const end of endings) end();
    };
  }, []);
}
