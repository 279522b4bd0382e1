import { searchLink } from '../../core/commissioning/search-link.ts';
import { ipc } from '../ipc/ipc.ts';
import { toast } from '../ui/toast.ts';

/** Opens Camio's search for an event's label in the browser. */
export async function searchInCamio(label: string): Promise<void> {
  const opened = await ipc.app.openExternal({ url: searchLink(label) });
  if (!opened.ok) toast.failure(opened.error);
}

/** Puts an event's label on the clipboard. */
export async function copyLabel(label: string): Promise<void> {
  const copied = await ipc.commissioning.copyLabel({ label });
  if (copied.ok) toast.news('Label copied.');
  else toast.failure(copied.error);
}
