import { toast } from '../ui/toast.ts';
import type { Navigation } from '../window/navigation.ts';
import { type Command, leaveCommand } from '../window/shortcuts.ts';

/** What Readers does for whichever page is in view. Undo and redo are about what is in view itself. */
const acts: Readonly<Partial<Record<Command, string>>> = {
  import: 'import into',
  export: 'export',
  refresh: 'read again',
  'add reader': 'add a reader to',
  filter: 'filter',
};

/** Goes to Readers for a command that the page in view does not know, and has it done there; says why where it cannot be. */
export function goForCommand(command: Command, navigate: Navigation['navigate'], hasConnection: boolean): void {
  const act = acts[command];
  if (act === undefined) return;
  // Shows the connections while none is open.
  navigate('readers');
  if (hasConnection) leaveCommand(command);
  else {
    toast.failure({
      message: `No connection is open, so there is no list to ${act}.`,
      next: 'Open a connection first, then choose this again.',
    });
  }
}
