import type { AppError } from '../../core/app-error.ts';
import type { SentEvent, SentEventOutcome } from '../../core/events/test-event.ts';
import { exhaustive, fail, ok, type Result } from '../../core/result.ts';
import { counted } from '../../core/text/amounts.ts';
import { replaceDamaged, writeFileAtomic } from '../store/atomic-file.ts';
import { checkedLine } from '../store/checked-lines.ts';
import { JournalFile } from '../store/journal-file.ts';
import { LineLog, readBytes } from '../store/line-log.ts';
import { type HistoryLine, headerLine, readHistoryFile } from './event-record.ts';

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
  /** Waits for what is being written. Nothing is written afterwards: the file may be deleted with its connection. */
  close(): Promise<void>;
}

/**
 * Opens the history at `path`. An event without an outcome was in flight when the app ended, so its outcome is unknown.
 * What a crash tore off is left out. If lines are damaged, what can be read goes on in a new file and the damaged one is kept
 * as a copy; that is refused once, as `corrupt-file`, so that the person hears of it, and works when tried again. The file of
 * a newer version is refused and left as it is.
 */
export async function openEventHistory(path: string, now: () => Date): Promise<Result<EventHistory, AppError>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const { lines, endBytes, state } = await readHistoryFile(bytes.value ?? Buffer.alloc(0));
  const records = collect(lines);
  switch (state) {
    case 'newer':
      return fail(newerVersion(path));
    case 'damaged': {
      const copy = await replaceDamaged(path, fileText(records.values()), now());
      return fail(copy.ok ? partlyDamaged(records.size, copy.value) : copy.error);
    }
    case 'current':
      return ok(historyOf(path, endBytes, records));
    case 'earlier': {
      const migrated = fileText(records.values());
      const written = await writeFileAtomic(path, migrated);
      return written.ok ? ok(historyOf(path, Buffer.byteLength(migrated), records)) : written;
    }
    default:
      return exhaustive(state);
  }
}

function historyOf(path: string, endBytes: number, records: Map<string, SentEvent>): EventHistory {
  const journal = new JournalFile(path, headerLine, endBytes, {
    whenReplaced: 'rewrite',
    contents: () => fileText(records.values()),
  });
  // Not kept open: the file goes with its connection, and some systems delete no open file.
  const log = new LineLog<HistoryLine>(journal, { keepOpen: false });
  let isClosed = false;
  const append = (line: HistoryLine) => (isClosed ? Promise.resolve(fail(deleted)) : log.append(line));
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
    close() {
      isClosed = true;
      return log.close();
    },
  };
}

/** A file with these events. */
function fileText(records: Iterable<SentEvent>): string {
  let text = headerLine;
  for (const record of records) {
    const { id, outcome } = record;
    text += checkedLine({ kind: 'sending', record: { ...record, outcome: { kind: 'sending' } } } satisfies HistoryLine);
    const isOpen = outcome.kind === 'sending' || outcome === interrupted;
    if (!isOpen) text += checkedLine({ kind: 'outcome', id, outcome } satisfies HistoryLine);
  }
  return text;
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

function partlyDamaged(count: number, copy: string): AppError {
  return {
    code: 'corrupt-file',
    message: `Part of the history of sent events could not be read: its file is damaged. ${counted(count, 'event was', 'events were')} kept.`,
    next: `Try again to see what was kept. The damaged file was kept as ${copy}.`,
  };
}

function newerVersion(path: string): AppError {
  return {
    code: 'corrupt-file',
    message: `The history of sent events was written by a newer version of Reader Desk, which this version cannot read: ${path}.`,
    next: 'Open it with the newer version. The file was left as it is, and no test event can be sent until then.',
  };
}

const deleted: AppError = {
  code: 'not-found',
  message: 'The connection was deleted, and the history of its test events with it.',
  next: 'Choose another connection.',
};

const interrupted: SentEventOutcome = {
  kind: 'unknown',
  latencyMs: null,
  error: {
    code: 'outcome-unknown',
    message: 'Reader Desk ended before Camio answered. Whether Camio recorded the event is not known.',
    next: 'Search Camio for the event’s unique label before you send it again.',
  },
};
