import type { DraftAction } from '../../core/readers/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';

/** What the kill test's process edits. */
export const readers: readonly Reader[] = Array.from({ length: 50 }, (_, index) => ({ id: `${index}`, name: 'Door' }));

/** The action the kill test's process does on the draft numbered `seq`; every one changes something. */
export function action(seq: number): DraftAction {
  return { kind: 'rename', names: [{ row: seq % readers.length, name: `Name ${seq}` }] };
}
