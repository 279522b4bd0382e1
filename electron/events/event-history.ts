import { access, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeFolder, readTextFile, setAside, syncFolder, writeFileAtomic } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { formatLine, type HistoryLine, headerLine, isHeader, parseLine } from './event-record.ts';

/** The test events of one connection, in an append-only file that is on disk before and after each send. */
export interface EventHistory {
  /** Newest first. */
  records(): readonly SentEvent[];
  /** Writes down that an event is about to be sent; only after this may it be. */
  begin(record: SentEvent): Promise<Result<void, AppError>>;
  /** Writes down what came of it. */
  finish(id: string, outcome: SentEventOutcome): Promise<Result<void, AppError>>;
  /** Whether the file is gone, as when its connection was deleted and made anew: then open the history again. */
  isGone(): Promise<boolean>;
}

/**
 * Opens the history at `path`. An event without an outcome was in flight when the app ended, so its outcome is unknown.
 * A torn last line is cut off. Where lines are damaged the file is set aside and what can be read goes on in a new one;
 * that is refused once, as `corrupt-file`, so that the person hears of it, and works when tried again.
 */
export async function openEventHistory(path: string, now: () => Date): Promise<Result<EventHistory, AppError>> {
  const text = await readTextFile(path);
  if (!text.ok) return text;
  if (text.value === null) return ok(historyOf(path, new Map()));
  const whole = text.value.slice(0, text.value.lastIndexOf('\n') + 1);
  const [first = '', ...rest] = whole.split('\n').slice(0, -1);
  const lines = rest.map(parseLine);
  const readable = lines.filter((line) => line !== null);
  if (whole !== '' && (!isHeader(first) || readable.length < lines.length)) {
    return fail(await replaceDamaged(path, readable, now()));
  }
  if (whole !== text.value) {
    const cut = await writeFileAtomic(path, whole);
    if (!cut.ok) return cut;
  }
  return ok(historyOf(path, collect(readable)));
}

function historyOf(path: string, records: Map<string, SentEvent>): EventHistory {
  // Appends go one after the other, so that lines never mix.
  let last: Promise<unknown> = Promise.resolve();
  const appendInTurn = (line: HistoryLine) => {
    const appended = last.then(() => append(path, formatLine(line)));
    last = appended;
    return appended;
  };
  return {
    records: () => [...records.values()].reverse(),
    async begin(record) {
      const written = await appendInTurn({ kind: 'sending', record });
      if (written.ok) records.set(record.id, record);
      return written;
    },
    async finish(id, outcome) {
      const record = records.get(id);
      if (record) records.set(id, { ...record, outcome });
      return appendInTurn({ kind: 'outcome', id, outcome });
    },
    isGone: async () => records.size > 0 && !(await exists(path)),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error) => systemCode(error) !== 'ENOENT',
  );
}

/** Appends a line durably. Where that fails the file is cut back to what it was. */
async function append(path: string, line: string): Promise<Result<void, AppError>> {
  try {
    await makeFolder(dirname(path));
    const file = await open(path, 'a', 0o600);
    try {
      const { size } = await file.stat();
      try {
        await file.appendFile(size === 0 ? headerLine + line : line);
        await file.datasync();
      } catch (error) {
        await file.truncate(size);
        throw error;
      }
      if (size === 0) await syncFolder(dirname(path));
    } finally {
      await file.close();
    }
    return ok(undefined);
  } catch (error) {
    return fail(diskError(error, path));
  }
}

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
  const written = await writeFileAtomic(path, headerLine + readable.map(formatLine).join(''));
  if (!written.ok) return written.error;
  const count = collect(readable).size;
  return {
    code: 'corrupt-file',
    message: `Part of the history of sent events could not be read. ${count.toLocaleString('en')} ${count === 1 ? 'event was' : 'events were'} kept.`,
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
