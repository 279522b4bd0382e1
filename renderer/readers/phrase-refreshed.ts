import type { RefreshOutcome } from '../../core/ipc/draft-calls.ts';
import { countReaders } from '../../core/readers/phrase-changes.ts';

/** What reading Camio's list again found out, in a sentence. */
export function phraseRefreshed({ readers, moved }: Extract<RefreshOutcome, { kind: 'adopted' }>): string {
  if (!moved) return `Camio's list has not changed since it was last read: ${countReaders(readers)}.`;
  const differ = moved.total === 1 ? '1 of them differs' : `${moved.total.toLocaleString('en')} differences`;
  return `Read ${countReaders(readers)} from Camio: ${differ} from what was read before.`;
}
