import { type DraftAction, replay } from '../../core/draft/draft.ts';
import type { Reader } from '../../core/readers/reader.ts';
import { createDraftStore } from '../draft/draft-store.ts';

/** What the kill test's process edits. */
export const readers: readonly Reader[] = Array.from({ length: 50 }, (_, index) => ({ id: `${index}`, name: 'Door' }));

/** The action the kill test's process does on the draft numbered `seq`; every one changes something. */
export function action(seq: number): DraftAction {
  return { kind: 'rename', names: [{ row: seq % readers.length, name: `Name ${seq}` }] };
}

/**
 * Runs as a process of its own, to be killed: goes on with the planned actions and says each that was acknowledged,
 * until it is killed or refused. `args`: the folder, after how many bytes to compact, and whether to rebase, too.
 */
export async function editUntilKilled([folder = '', compactAfterBytes = '', rebases = '']: string[]): Promise<void> {
  const store = createDraftStore({
    connections: { folder: () => folder },
    compactAfterBytes: Number(compactAfterBytes),
  });
  const opened = await store.open('a');
  if (!opened.ok) throw new Error(opened.error.message);
  let { draft } = opened.value;
  for (;;) {
    const { seq } = draft;
    if (draft.baseReadAt === null || (rebases === 'with rebases' && seq % 20 < 3)) {
      const based = await store.rebase('a', { readers, readAt: new Date().toISOString() });
      if (!based.ok) throw new Error(based.error.message);
      draft = based.value;
    }
    const first = draft.seq;
    // Some actions arrive together and share a write.
    const together = [0, 1, 2].slice(0, 1 + (first % 3));
    const answers = await Promise.all(together.map((more) => store.apply('a', first + more, action(first + more))));
    for (const answer of answers) {
      process.stdout.write(answer.ok ? `saved ${answer.value.seq}\n` : `refused ${answer.error.code}\n`);
    }
    const saved = answers.filter((answer) => answer.ok).length;
    if (saved === 0) return;
    draft = replay(
      draft,
      together.slice(0, saved).map((more) => action(first + more)),
    );
  }
}
