import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted } from '../measure/accepted.ts';
import { type Figure, timing } from '../measure/figure.ts';
import { timeOnce } from '../measure/stopwatch.ts';
import { acknowledgedWithinMs } from './acknowledgement.ts';
import { connectionId, renameAt, storeWith } from './open-draft.ts';

const readers = 100_000;
/** Small, so that one compaction follows the other while edits go on coming. */
const compactAfterBytes = 16 * 1024;

/** The longest that an edit waits while a draft of 100,000 readers is compacted under it, again and again. */
export async function compaction(folder: string, edits: number): Promise<Figure> {
  const place = join(folder, 'compaction');
  const { store, seq } = await storeWith(place, readers, compactAfterBytes);
  const samplesMs: number[] = [];
  for (let at = seq; at < seq + edits; at++) {
    const action = renameAt(at, readers);
    samplesMs.push(await timeOnce(async () => accepted(await store.apply(connectionId, at, action))));
  }
  const begun = await latestJournal(place);
  await store.close();
  if (begun < 2) throw new Error('No compaction happened while edits were timed.');
  return timing({
    what: `edit acknowledged during ${begun - 1} compactions, ${readers.toLocaleString('en')} readers`,
    samplesMs,
    atMostMs: acknowledgedWithinMs,
  });
}

/** Each compaction begins a journal with the next number. */
async function latestJournal(folder: string): Promise<number> {
  const numbers = (await readdir(folder, { recursive: true })).map((name) =>
    Number(/journal-(\d+)\.jsonl$/.exec(name)?.[1] ?? 0),
  );
  return Math.max(0, ...numbers);
}
