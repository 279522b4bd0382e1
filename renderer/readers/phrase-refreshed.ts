import type { RefreshOutcome } from '../../core/ipc/draft-calls.ts';
import { counted } from '../../core/text/amounts.ts';

/** What reading Camio's list again found out, in a sentence. */
export function phraseRefreshed({ readers, moved }: Extract<RefreshOutcome, { kind: 'adopted' }>): string {
  if (!moved) return `Camio's list has not changed since it was last read: ${counted(readers, 'reader')}.`;
  const differ = counted(moved.total, 'of them differs', 'differences');
  return `Read ${counted(readers, 'reader')} from Camio: ${differ} from what was read before.`;
}
