import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { applyAction, type Draft, emptyDraft } from '../../core/readers/draft.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { writeCheckpoint } from './draft-checkpoint.ts';
import { checkpointPath, journalGeneration, journalPath, parseCheckpoint, parseJournal } from './draft-files.ts';
import { draftSetAside, journalDamaged, newerVersion, tornLine } from './draft-notices.ts';

/** A draft as its files have it, where its journal goes on, and what a person should know about them. */
export interface Recovered {
  readonly draft: Draft;
  readonly generation: number;
  /** The lowest generation whose journal counts. */
  readonly oldest: number;
  /** Of the journal with this generation: the `seq` it began with and its usable length in bytes, 0 for a new one. */
  readonly journal: { readonly seq: number; readonly bytes: number };
  readonly notices: readonly AppError[];
}

/**
 * Reads a draft's files: the checkpoint, then every journal from its generation on. A torn last line is left out; files
 * that cannot be read are kept under new names. Nothing is written where nothing is wrong.
 */
export async function recoverDraft(folder: string, now: () => Date): Promise<Result<Recovered, AppError>> {
  try {
    const names = await fileNames(folder);
    const generations = names
      .map(journalGeneration)
      .filter((each) => each !== null)
      .sort((a, b) => a - b);
    const checkpoint = await readOrNull(checkpointPath(folder));
    const parsed = checkpoint ? parseCheckpoint(checkpoint) : ok({ draft: emptyDraft, generation: 0 });
    if (!parsed.ok && parsed.error === 'newer') return fail(newerVersion(checkpointPath(folder)));
    if (!parsed.ok) return await startOver(folder, generations, now);

    const { draft, generation } = parsed.value;
    const outdated = generations.filter((each) => each < generation);
    const replayed = await replayJournals(folder, draft, generation, generations.slice(outdated.length));
    if (replayed.end === 'newer') return fail(newerVersion(journalPath(folder, replayed.generation)));
    if (replayed.end === 'damaged') return await keepReadablePart(folder, replayed, generations, now);
    await removeSuperfluous([
      ...outdated.map((each) => journalPath(folder, each)),
      ...names.filter((name) => halfWritten.test(name)).map((name) => join(folder, name)),
    ]);
    if (replayed.end !== 'torn') return ok({ ...replayed, oldest: generation, notices: [] });
    await truncate(journalPath(folder, replayed.generation), replayed.journal.bytes).catch(() => {
      // The journal cuts it off before it is written to, and says so where it cannot.
    });
    return ok({ ...replayed, oldest: generation, notices: [tornLine()] });
  } catch (error) {
    return fail(diskError(error, folder));
  }
}

interface Replayed extends Pick<Recovered, 'draft' | 'generation' | 'journal'> {
  readonly end: 'whole' | 'torn' | 'damaged' | 'newer';
  /** Actions from journals that are part of `draft`. */
  readonly actions: number;
}

/** The draft after the journals' actions, as far as they can be read and fit together. */
async function replayJournals(
  folder: string,
  start: Draft,
  firstGeneration: number,
  generations: readonly number[],
): Promise<Replayed> {
  let draft = start;
  let actions = 0;
  let generation = firstGeneration;
  let journal: Recovered['journal'] = { seq: start.seq, bytes: 0 };
  let torn = false;
  for (const each of generations) {
    const read = parseJournal(await readFile(journalPath(folder, each)));
    const stop = (end: Replayed['end']): Replayed => ({ draft, generation: each, journal, end, actions });
    if (read.end === 'newer') return stop('newer');
    if (read.seq === null && read.end === 'damaged') return stop('damaged');
    if (read.seq !== null && read.seq !== draft.seq) return stop('damaged');
    for (const { seq, action } of read.entries) {
      const applied = seq === draft.seq ? applyAction(draft, action) : null;
      if (!applied?.ok) return stop('damaged');
      draft = applied.value.draft;
      actions += 1;
    }
    if (read.end === 'damaged') return stop('damaged');
    generation = each;
    journal = { seq: read.seq ?? draft.seq, bytes: read.endBytes };
    // A torn end in an earlier journal is one that could not be cut off; what follows it fits, or it would be damaged.
    torn = read.end === 'torn';
  }
  return { draft, generation, journal, end: torn ? 'torn' : 'whole', actions };
}

/** The checkpoint cannot be read: all files are set aside and the draft begins anew, without a list. */
async function startOver(
  folder: string,
  generations: readonly number[],
  now: () => Date,
): Promise<Result<Recovered, AppError>> {
  // The journals first: without their checkpoint they would be taken for the journals of a draft that was never read.
  for (const generation of generations) {
    const journal = await setAside(journalPath(folder, generation), now());
    if (!journal.ok) return journal;
  }
  const checkpoint = await setAside(checkpointPath(folder), now());
  if (!checkpoint.ok) return checkpoint;
  const notices = [draftSetAside(checkpoint.value)];
  return ok({ draft: emptyDraft, generation: 0, oldest: 0, journal: { seq: 0, bytes: 0 }, notices });
}

/** A journal is damaged: it and those after it are kept as copies, and what could be read becomes the new checkpoint. */
async function keepReadablePart(
  folder: string,
  { draft, generation: damaged, actions }: Replayed,
  generations: readonly number[],
  now: () => Date,
): Promise<Result<Recovered, AppError>> {
  const copies: string[] = [];
  for (const generation of generations.filter((each) => each >= damaged)) {
    const path = journalPath(folder, generation);
    const copy = `${path}.damaged-${now().toISOString().replaceAll(':', '-')}`;
    const copied = await writeFileAtomic(copy, await readFile(path));
    if (!copied.ok) return copied;
    copies.push(copy);
  }
  const generation = Math.max(damaged, ...generations) + 1;
  const written = await writeCheckpoint(folder, draft, generation);
  if (!written.ok) return written;
  await removeSuperfluous(generations.map((each) => journalPath(folder, each)));
  const notices = [journalDamaged(actions, copies[0] ?? journalPath(folder, damaged))];
  return ok({ draft, generation, oldest: generation, journal: { seq: draft.seq, bytes: 0 }, notices });
}

/** Removes files that no longer count. */
export async function removeSuperfluous(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await rm(path, { force: true }).catch(() => {
      // They do no harm: they are recognised as superfluous, and removed, at the next opening.
    });
  }
}

/** What a crash leaves of a file that was being replaced. */
const halfWritten = /^\.[0-9a-f-]{36}\.tmp$/;

/** The files in a folder; none where there is no folder. */
async function fileNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
