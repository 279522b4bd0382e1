import { access, readFile } from 'node:fs/promises';
import type { AppError } from '../../core/app-error.ts';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { createQueue } from '../../core/queue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import { setAside, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { JournalFile } from '../store/journal-file.ts';
import { formatLine, type HistoryLine, headerLine, readHistoryFile } from './event-record.ts';

/** The test events of one connection, in an append-only file that is on disk before and after each send. */
export interface EventHistory {
  /** Newest first. */
  records(): readonly SentEvent[];
  /** The event with this id; null where there is none. */
  record(id: string): SentEvent | null;
  /** Writes down that an event is about to be sent; only after this may it be. */
  begin(record: SentEvent): Promise<Result<void, AppError>>;
  /** Writes down what came of it. */
  finish(id: string, outcome: SentEventOutcome): Promise<Result<void, AppError>>;
  /** Whether the file is gone, as when its connection was deleted and made anew: then open the history again. */
  isGone(): Promise<boolean>;
}

/**
 * Opens the history at `path`. An event without an outcome was in flight when the app ended, so its outcome is unknown.
 * A torn last line is left out. Where lines are damaged the file is set aside and what can be read goes on in a new one;
 * that is refused once, as `corrupt-file`, so that the person hears of it, and works when tried again.
 */
export async function openEventHistory(path: string, now: () => Date): Promise<Result<EventHistory, AppError>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const { lines, endBytes, state } = await readHistoryFile(bytes.value);
  if (state === 'damaged') return fail(await replaceDamaged(path, lines, now()));
  if (state === 'current') return ok(historyOf(new JournalFile(path, headerLine, endBytes), collect(lines)));
  const migrated = fileText(lines);
  const written = await writeFileAtomic(path, migrated);
  if (!written.ok) return written;
  return ok(historyOf(new JournalFile(path, headerLine, Buffer.byteLength(migrated)), collect(lines)));
}

function historyOf(file: JournalFile, records: Map<string, SentEvent>): EventHistory {
  // One at a time, so that lines never mix.
  const queue = createQueue();
  const append = (line: HistoryLine) =>
    queue.run(async () => {
      const written = await file.append(formatLine(line));
      // Not kept open: the file goes with its connection, and some systems delete no open file.
      await file.close();
      return written;
    });
  return {
    records: () => [...records.values()].reverse(),
    record: (id) => records.get(id) ?? null,
    async begin(record) {
      const written = await append({ kind: 'sending', record });
      if (written.ok) records.set(record.id, record);
      return written;
    },
    async finish(id, outcome) {
      const record = records.get(id);
      if (record) records.set(id, { ...record, outcome });
      return append({ kind: 'outcome', id, outcome });
    },
    isGone: async () => file.bytes > 0 && !(await exists(file.path)),
  };
}

/** The file's bytes, none where there is no file. */
async function readBytes(path: string): Promise<Result<Buffer, AppError>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok(Buffer.alloc(0)) : fail(diskError(error, path));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error) => systemCode(error) !== 'ENOENT',
  );
}

const fileText = (lines: readonly HistoryLine[]): string => headerLine + lines.map(formatLine).join('');

function collect(lines: readonly HistoryLine[]): Map<string, SentEvent> {
  const records = new Map<string, SentEvent>();
  for (const line of lines) {
    if (line.kind === 'sending') records.set(line.record.id, { ...line.record, outcome: interrupted });
    else {
      const record = records.get(line.id);
      if (record) records.set(line.id, { ...record, outcome: line.outcome });
    }
  }
  return records;
}

async function replaceDamaged(path: string, readable: readonly HistoryLine[], now: Date): Promise<AppError> {
  const aside = await setAside(path, now);
  if (!aside.ok) return aside.error;
  const written = await writeFileAtomic(path, fileText(readable));
  if (!written.ok) return written.error;
  const count = collect(readable).size;
  return {
    code: 'corrupt-file',
    message: `Part of the history of sent events could not be read. ${counted(count, 'event was', 'events were')} kept.`,
    next: `Try again to see what was kept. The damaged file is ${aside.value}.`,
  };
}

const interrupted: SentEventOutcome = {
  kind: 'unknown',
  latencyMs: null,
  error: {
    code: 'outcome-unknown',
    message: 'Reader Desk ended before Camio answered. Whether Camio recorded the event is not known.',
    next: 'Search Camio for the event’s unique label before you send it again.',
  },
};
