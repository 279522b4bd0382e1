import { join } from 'node:path';
import { toDraftFile } from '../../core/draft/draft-file.ts';
import { writeFileAtomic } from '../../electron/store/atomic-file.ts';
import { accepted } from '../measure/accepted.ts';
import { type Figure, timing } from '../measure/figure.ts';
import { timeOnce } from '../measure/stopwatch.ts';
import { connectionId, renameAt, storeWith } from './open-draft.ts';

/** The promise of `quality.md`, compaction or not. */
export const acknowledgedWithinMs = 100;

/** From an edit's arrival in main to its acknowledgement, synced to disk, beside writing the whole draft for each edit. */
export async function acknowledgement(folder: string, readers: number, edits: number): Promise<Figure> {
  const { store, seq } = await storeWith(join(folder, `edits-${readers}`), readers);
  const samplesMs: number[] = [];
  for (let at = seq; at < seq + edits; at++) {
    const action = renameAt(at, readers);
    samplesMs.push(await timeOnce(async () => accepted(await store.apply(connectionId, at, action))));
  }
  const peer = { name: 'writing and syncing the whole file', samplesMs: await wholeFileWrites(folder, readers, edits) };
  await store.close();
  return timing({
    what: `edit acknowledged on disk, ${readers.toLocaleString('en')} readers`,
    samplesMs,
    atMostMs: acknowledgedWithinMs,
    peer,
  });
}

/** What saving the draft as one file after each edit costs; at 100,000 readers a few of them say enough. */
async function wholeFileWrites(folder: string, readers: number, edits: number): Promise<number[]> {
  const { store } = await storeWith(join(folder, `whole-${readers}`), readers);
  const draft = accepted(await store.current(connectionId));
  const path = join(folder, `whole-${readers}`, 'draft.json');
  const samplesMs: number[] = [];
  for (let write = 0; write < Math.min(edits, 20); write++) {
    samplesMs.push(
      await timeOnce(async () => accepted(await writeFileAtomic(path, JSON.stringify(toDraftFile(draft))))),
    );
  }
  await store.close();
  return samplesMs;
}
