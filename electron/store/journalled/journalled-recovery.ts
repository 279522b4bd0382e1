import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../../core/app-error.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { setAside, writeFileAtomic } from '../atomic-file.ts';
import { diskError, systemCode } from '../disk-error.ts';
import { writeCheckpoint } from './journalled-checkpoint.ts';
import { checkpointPath, journalGeneration, journalPath, parseCheckpoint, parseJournal } from './journalled-files.ts';
import type { JournalledFormat, Numbered } from './journalled-format.ts';

/** A value as its files have it, where its journal goes on, and what a person should know about them. */
export interface Recovered<State> {
  readonly state: State;
  readonly generation: number;
  /** The lowest generation whose journal counts. */
  readonly oldest: number;
  /** Of the journal with this generation: the `seq` it began with and its usable length in bytes, 0 for a new one. */
  readonly journal: { readonly seq: number; readonly bytes: number };
  /** The files that journal goes on from, any of them; none for a value that was never written. */
  readonly standsOn: readonly string[];
  readonly notices: readonly AppError[];
}

/**
 * Reads a value's files: the checkpoint, then every journal from its generation on. A torn last line is left out; files
 * that cannot be read are kept under new names. Nothing is written where nothing is wrong.
 */
export async function recover<State extends Numbered, Action>(
  format: JournalledFormat<State, Action>,
  folder: string,
  now: () => Date,
): Promise<Result<Recovered<State>, AppError>> {
  const { notices } = format;
  try {
    const names = await fileNames(folder);
    const generations = names
      .map(journalGeneration)
      .filter((each) => each !== null)
      .sort((a, b) => a - b);
    const checkpoint = await readOrNull(checkpointPath(folder, format));
    const parsed = checkpoint ? parseCheckpoint(format, checkpoint) : ok({ state: format.empty, generation: 0 });
    if (!parsed.ok && parsed.error === 'newer') return fail(notices.newerVersion(checkpointPath(folder, format)));
    if (!parsed.ok) return await startOver(format, folder, generations, now);

    const { generation } = parsed.value;
    const outdated = generations.filter((each) => each < generation);
    const replayed = await replayJournals(format, folder, parsed.value, generations.slice(outdated.length));
    if (replayed.end === 'newer') return fail(notices.newerVersion(journalPath(folder, replayed.generation)));
    if (replayed.end === 'damaged') return await keepReadablePart(format, folder, replayed, generations, now);
    await removeSuperfluous([
      ...outdated.map((each) => journalPath(folder, each)),
      ...names.filter((name) => halfWritten.test(name)).map((name) => join(folder, name)),
    ]);
    const standsOn = checkpoint
      ? [checkpointPath(folder, format)]
      : generations.filter((each) => each < replayed.generation).map((each) => journalPath(folder, each));
    if (replayed.end !== 'torn') return ok({ ...replayed, oldest: generation, standsOn, notices: [] });
    await truncate(journalPath(folder, replayed.generation), replayed.journal.bytes).catch(() => {
      // The journal cuts it off before it is written to, and says so where it cannot.
    });
    return ok({ ...replayed, oldest: generation, standsOn, notices: [notices.tornLine()] });
  } catch (error) {
    return fail(diskError(error, folder));
  }
}

interface Replayed<State> extends Pick<Recovered<State>, 'state' | 'generation' | 'journal'> {
  readonly end: 'whole' | 'torn' | 'damaged' | 'newer';
  /** Actions from journals that are part of `state`. */
  readonly actions: number;
}

/** The value after the journals' actions, as far as they can be read and fit together. */
async function replayJournals<State extends Numbered, Action>(
  format: JournalledFormat<State, Action>,
  folder: string,
  start: { readonly state: State; readonly generation: number },
  generations: readonly number[],
): Promise<Replayed<State>> {
  let { state, generation } = start;
  let actions = 0;
  let journal = { seq: state.seq, bytes: 0 };
  let torn = false;
  for (const each of generations) {
    const read = parseJournal(format, await readFile(journalPath(folder, each)));
    const stop = (end: Replayed<State>['end']): Replayed<State> => ({ state, generation: each, journal, end, actions });
    if (read.end === 'newer') return stop('newer');
    if (read.seq === null && read.end === 'damaged') return stop('damaged');
    if (read.seq !== null && read.seq !== state.seq) return stop('damaged');
    for (const { seq, action } of read.entries) {
      const applied = seq === state.seq ? format.apply(state, action) : null;
      if (!applied?.ok) return stop('damaged');
      state = applied.value;
      actions += 1;
    }
    if (read.end === 'damaged') return stop('damaged');
    generation = each;
    journal = { seq: read.seq ?? state.seq, bytes: read.endBytes };
    // A torn end in an earlier journal is one that could not be cut off; what follows it fits, or it would be damaged.
    torn = read.end === 'torn';
  }
  return { state, generation, journal, end: torn ? 'torn' : 'whole', actions };
}

/** The checkpoint cannot be read: all files are set aside and the value begins anew. */
async function startOver<State extends Numbered, Action>(
  format: JournalledFormat<State, Action>,
  folder: string,
  generations: readonly number[],
  now: () => Date,
): Promise<Result<Recovered<State>, AppError>> {
  // The journals first: without their checkpoint they would be taken for the journals of a value that never had one.
  for (const generation of generations) {
    const journal = await setAside(journalPath(folder, generation), now());
    if (!journal.ok) return journal;
  }
  const checkpoint = await setAside(checkpointPath(folder, format), now());
  if (!checkpoint.ok) return checkpoint;
  const notices = [format.notices.setAside(checkpoint.value)];
  return ok({ state: format.empty, generation: 0, oldest: 0, journal: { seq: 0, bytes: 0 }, standsOn: [], notices });
}

/** A journal is damaged: it and those after it are kept as copies, and what could be read becomes the new checkpoint. */
async function keepReadablePart<State extends Numbered, Action>(
  format: JournalledFormat<State, Action>,
  folder: string,
  { state, generation: damaged, actions }: Replayed<State>,
  generations: readonly number[],
  now: () => Date,
): Promise<Result<Recovered<State>, AppError>> {
  const copies: string[] = [];
  for (const generation of generations.filter((each) => each >= damaged)) {
    const path = journalPath(folder, generation);
    const copy = `${path}.damaged-${now().toISOString().replaceAll(':', '-')}`;
    const copied = await writeFileAtomic(copy, await readFile(path));
    if (!copied.ok) return copied;
    copies.push(copy);
  }
  const generation = Math.max(damaged, ...generations) + 1;
  const written = await writeCheckpoint(format, folder, state, generation);
  if (!written.ok) return written;
  await removeSuperfluous(generations.map((each) => journalPath(folder, each)));
  const notices = [format.notices.journalDamaged(actions, copies[0] ?? journalPath(folder, damaged))];
  const standsOn = [checkpointPath(folder, format)];
  return ok({ state, generation, oldest: generation, journal: { seq: state.seq, bytes: 0 }, standsOn, notices });
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
