import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { Json } from '../../core/json.ts';
import { createQueue } from '../../core/queue.ts';
import { ok, type Result } from '../../core/result.ts';
import { type SimulatorState, withEvents } from '../../core/simulator/simulator.ts';
import { keepCopy } from '../store/atomic-file.ts';
import { checkedBatch, checkedLine } from '../store/checked-lines.ts';
import { JournalFile } from '../store/journal-file.ts';
import { readBytes, readLog } from '../store/line-log.ts';
import { type PracticeFile, readPracticeFile, writePracticeFile } from './practice-file.ts';

type Kept = Pick<PracticeFile, 'port' | 'state'>;

/**
 * What the practice account keeps: a file with all of it, and beside it a journal of the events since, since a sweep sends
 * thousands of them and each is on disk before it is answered. The file names its journal, so that no other is taken for it.
 */
export interface PracticeStore {
  /** Null where nothing is kept. Files that cannot be used are set aside, which `notices` says. */
  read(now: Date): Promise<Result<{ readonly kept: Kept | null; readonly notices: readonly AppError[] }, AppError>>;
  /** Ok once it is on disk. On a refusal what was kept before is still there. */
  write(kept: Kept): Promise<Result<void, AppError>>;
  /** Waits for what is being written, and lets go of the files. */
  close(): Promise<void>;
}

/** As many events as the account remembers: a longer journal would hold what is forgotten. */
const mostInJournal = 1_000;

export function createPracticeStore(folder: string): PracticeStore {
  const path = join(folder, 'practice.json');
  const journalPath = (id: string) => join(folder, `${journalPrefix}${id}${journalSuffix}`);
  /** What the files say, and the journal that goes on from there; null where the next write must be of everything. */
  let onDisk: { readonly kept: Kept; readonly journal: JournalFile; readonly inJournal: number } | null = null;
  // What is appended depends on what was written before.
  const queue = createQueue();

  async function writeAll(kept: Kept): Promise<Result<void, AppError>> {
    const before = onDisk;
    onDisk = null;
    await before?.journal.close();
    const journalId = randomUUID();
    const written = await writePracticeFile(path, { ...kept, journalId });
    if (!written.ok) return written;
    await removeOtherJournals(folder, journalId);
    const journal = new JournalFile(journalPath(journalId), header, 0, { standsOn: [path] });
    onDisk = { kept, journal, inJournal: 0 };
    return written;
  }

  return {
    read: (now) =>
      queue.run(async () => {
        const read = await readPracticeFile(path, now);
        if (!read.ok) return read;
        const { file, notices } = read.value;
        if (!file) return ok({ kept: null, notices });
        if (file.journalId === null) return ok({ kept: file, notices });
        const journal = await readEvents(journalPath(file.journalId));
        if (!journal.ok) return journal;
        const { events, isDamaged } = journal.value;
        const kept = { port: file.port, state: withEvents(file.state, events) };
        if (!isDamaged) return ok({ kept, notices });
        // The copy first, then a file that needs the damaged journal no more.
        const copy = await keepCopy(journalPath(file.journalId), now);
        if (!copy.ok) return copy;
        const written = await writeAll(kept);
        return written.ok ? ok({ kept, notices: [...notices, eventsLost(copy.value)] }) : written;
      }),

    write: (kept) =>
      queue.run(async () => {
        const events = onDisk && onDisk.kept.port === kept.port ? newEvents(onDisk.kept.state, kept.state) : null;
        if (!onDisk || !events || onDisk.inJournal + events.length > mostInJournal) return writeAll(kept);
        const { journal, inJournal } = onDisk;
        const appended = await journal.append(checkedBatch([{ events }], { follows: journal.bytes === 0 }));
        // Its files were removed or replaced: everything is written anew.
        if (journal.isReplaced) return writeAll(kept);
        if (appended.ok) onDisk = { kept, journal, inJournal: inJournal + events.length };
        return appended;
      }),

    close: () => queue.run(async () => onDisk?.journal.close()),
  };
}

const journalPrefix = 'practice-events-';
const journalSuffix = '.jsonl';
const header = checkedLine({ kind: 'practice events', version: 1 });
const headerSchema = z.object({ kind: z.literal('practice events'), version: z.literal(1) });
const lineSchema = z.object({ events: z.array(z.custom<Json>((value) => value !== undefined)) });

/** What one state holds beyond another where that is events and nothing else; null where more has changed. */
function newEvents(before: SimulatorState, after: SimulatorState): readonly Json[] | null {
  const isSame =
    before.email === after.email &&
    before.readers === after.readers &&
    before.listKey === after.listKey &&
    before.takeover === after.takeover;
  if (!isSame) return null;
  const last = before.events.at(-1);
  if (last === undefined) return after.events;
  const at = after.events.lastIndexOf(last);
  return at < 0 ? null : after.events.slice(at + 1);
}

/** The events of a journal up to the first damaged line, without what a crash tore off. */
async function readEvents(
  path: string,
): Promise<Result<{ readonly events: readonly Json[]; readonly isDamaged: boolean }, AppError>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const events: Json[] = [];
  let isFirst = true;
  const { lostBytes } = await readLog(bytes.value ?? Buffer.alloc(0), {
    whenDamaged: 'stop',
    accept(value) {
      const schema = isFirst ? headerSchema.transform(() => ({ events: [] })) : lineSchema;
      isFirst = false;
      const line = schema.safeParse(value);
      if (line.success) events.push(...line.data.events);
      return line.success;
    },
  });
  return ok({ events, isDamaged: lostBytes > 0 });
}

function eventsLost(copy: string): AppError {
  return {
    code: 'corrupt-file',
    message: 'Some of the events that the practice account received could not be read: their file is damaged.',
    next: `The damaged file was kept as ${copy}.`,
  };
}

async function removeOtherJournals(folder: string, journalId: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const isJournal = name.startsWith(journalPrefix) && name.endsWith(journalSuffix);
    if (!isJournal || name === `${journalPrefix}${journalId}${journalSuffix}`) continue;
    await rm(join(folder, name), { force: true }).catch(() => {
      // No file names it any more, so it does no harm where it lies.
    });
  }
}
