import { replay } from '../../core/readers/draft.ts';
import { action, readers } from './draft-journal.kill.plan.ts';
import { createDraftStore } from './draft-store.ts';

// Runs as a process of its own, to be killed by the test beside it: goes on with the planned actions and says each that
// was acknowledged, until it is killed or refused.
const [folder = '', compactAfterBytes = '', rebases = ''] = process.argv.slice(2);
const store = createDraftStore({ connections: { folder: () => folder }, compactAfterBytes: Number(compactAfterBytes) });

const say = (line: string) => process.stdout.write(`${line}\n`);

const opened = await store.open('a');
if (!opened.ok) throw new Error(opened.error.message);
let { draft } = opened.value;
if (draft.baseReadAt === null) {
  const based = await store.rebase('a', { readers, readAt: '2021-11-01T17:30:10.000Z' });
  if (!based.ok) throw new Error(based.error.message);
  draft = based.value;
}
for (;;) {
  const { seq } = draft;
  // Some actions arrive together and share a write.
  const together = [0, 1, 2].slice(0, 1 + (seq % 3));
  const answers = await Promise.all(together.map((more) => store.apply('a', seq + more, action(seq + more))));
  for (const answer of answers) say(answer.ok ? `saved ${answer.value.seq}` : `refused ${answer.error.code}`);
  const acknowledged = answers.filter((answer) => answer.ok);
  if (acknowledged.length === 0) break;
  draft = replay(
    draft,
    acknowledged.map((_, index) => action(seq + index)),
  );
  if (rebases === 'with rebases' && seq % 20 < 3) {
    const based = await store.rebase('a', { readers, readAt: new Date().toISOString() });
    if (!based.ok) break;
  }
}
