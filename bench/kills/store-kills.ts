import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { draftReaders, replay, startDraft } from '../../core/draft/draft.ts';
import { createDraftStore } from '../../electron/draft/draft-store.ts';
import { action, readers } from '../../electron/testing/draft-journal-child.ts';
import { root } from '../../scripts/run.mjs';
import { type KillTally, noKills } from './kill-tally.ts';
import { hasSetAside } from './set-aside.ts';

/** So small that journals are compacted all the time. */
const compactAfterBytes = 3_000;
/** Kills fall anywhere in this time after the first acknowledged edit. */
const killWithinMs = 60;

/**
 * Kills a process that edits, rebases and compacts one draft through main's store, again and again on the same files, and
 * opens the draft after each kill.
 */
export async function killStore(folder: string, kills: number): Promise<KillTally> {
  const tally = noKills();
  // The draft as it must be after the edits up to `seq`, taken along from kill to kill.
  let expected = startDraft({ readers, readAt: '2026-01-05T08:00:00.000Z' });
  let seen = 0;
  while (tally.kills < kills) {
    const saved = await editUntilKilled(folder);
    tally.kills += 1;
    tally.acknowledged += Math.max(0, saved - seen);
    const store = createDraftStore({ connections: { folder: () => folder } });
    const opened = await store.open('a');
    if (!opened.ok) {
      tally.unreadable += 1;
      return tally;
    }
    const { draft } = opened.value;
    tally.lost += Math.max(0, saved - draft.seq);
    const since = Math.max(0, draft.seq - expected.seq);
    const actions = Array.from({ length: since }, (_, index) => action(expected.seq + index));
    expected = replay(expected, actions);
    const isAsExpected = JSON.stringify(draftReaders(draft)) === JSON.stringify(draftReaders(expected));
    if (!isAsExpected || (await hasSetAside(folder))) tally.unreadable += 1;
    seen = draft.seq;
  }
  return tally;
}

/** Lets the process edit until some moment. Answers the last `seq` it was told is on disk; 0 where it came to none. */
async function editUntilKilled(folder: string): Promise<number> {
  const program = join(root, 'dist/bench/edit-child.js');
  const child = spawn(process.execPath, [program, folder, String(compactAfterBytes), 'with rebases'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let saved = 0;
  let killing: Promise<void> | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('saved ')) throw new Error(`The editing process said: ${line}`);
    saved = Math.max(saved, Number(line.slice('saved '.length)));
    killing ??= delay(Math.random() * killWithinMs).then(() => void child.kill('SIGKILL'));
  }
  await Promise.all([ended, killing]);
  if (child.signalCode !== 'SIGKILL') throw new Error('The editing process ended before it was killed.');
  return saved;
}
