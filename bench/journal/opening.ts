import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { root } from '../../scripts/run.mjs';
import { accepted } from '../measure/accepted.ts';
import { type Figure, timing } from '../measure/figure.ts';
import { connectionId, renameAt, storeWith } from './open-draft.ts';

const readers = 100_000;
const journalLines = 10_000;
const openedWithinMs = 1_000;
/** Edits asked for at once share a write: making the journal is not what is measured. */
const atOnce = 500;

const answer = z.object({ tookMs: z.number(), readers: z.number(), seq: z.number() });

/** Opening a draft of 100,000 readers whose journal has 10,000 lines, each time in a process of its own. */
export async function opening(folder: string, times: number): Promise<Figure> {
  const made = join(folder, 'long-journal');
  const seq = await makeLongJournal(folder, made);
  const samplesMs: number[] = [];
  for (let run = 0; run < times; run++) {
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'dist/bench/open-child.js'), made]);
    const opened = answer.parse(JSON.parse(stdout));
    if (opened.readers !== readers || opened.seq !== seq) throw new Error(`The draft opened as another one: ${stdout}`);
    samplesMs.push(opened.tookMs);
  }
  const size = `${readers.toLocaleString('en')} readers, ${journalLines.toLocaleString('en')} journal lines`;
  return timing({ what: `opening a draft, ${size}`, samplesMs, atMostMs: openedWithinMs });
}

/** The files as a killed program leaves them: copied before closing, which would compact them. */
async function makeLongJournal(folder: string, target: string): Promise<number> {
  const source = join(folder, 'growing-journal');
  const { store, seq } = await storeWith(source, readers, Number.POSITIVE_INFINITY);
  const end = seq + journalLines;
  for (let first = seq; first < end; first += atOnce) {
    const together = Array.from({ length: atOnce }, (_, more) => first + more);
    const answers = together.map((at) => store.apply(connectionId, at, renameAt(at, readers)));
    for (const each of await Promise.all(answers)) accepted(each);
  }
  await cp(source, target, { recursive: true });
  await store.close();
  return end;
}
