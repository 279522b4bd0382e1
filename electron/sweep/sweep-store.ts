import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Sweep, SweepResult, SweepSummary } from '../../core/sweep/sweep.ts';
import type { SweepProgress } from '../../core/sweep/sweep-progress.ts';
import { sweepIdPattern } from '../../core/sweep/sweep-schema.ts';
import type { ConnectionStore } from '../connections/connection-store.ts';
import { setAside } from '../store/atomic-file.ts';
import { diskError, systemCode } from '../store/disk-error.ts';
import { SweepFile, type SweepFileRefusal } from './sweep-file.ts';
import * as refusal from './sweep-refusals.ts';

/** The sweeps on disk: one journal each, in the folder `sweeps` of their connection. */
export interface SweepStore {
  /** Newest first. Files that cannot be used are left out; `notice` hears of each once, and of those that were repaired. */
  list(connectionId: string): Promise<Result<readonly SweepSummary[], AppError>>;
  /** One sweep, which stays open from then on. Refuses with `not-found`, `corrupt-file` or `disk`. */
  open(connectionId: string, sweepId: string): Promise<Result<SweepFile, AppError>>;
  /** A new sweep, of which nothing is on disk yet. From now on it is one of the connection's. */
  begin(connectionId: string, sweep: Sweep): SweepFile;
  /** Takes a sweep back that could not begin. */
  withdraw(connectionId: string, sweepId: string): void;
  /** Lets go of a connection's files, so that they can be removed. */
  forget(connectionId: string): Promise<void>;
}

export function createSweepStore(options: {
  readonly connections: Pick<ConnectionStore, 'folder'>;
  readonly onChange: (connectionId: string, progress: SweepProgress, results: readonly SweepResult[]) => void;
  readonly notice: (error: AppError) => void;
  readonly now: () => Date;
}): SweepStore {
  const { connections, onChange, notice, now } = options;
  const opened = new Map<string, Map<string, Promise<Result<SweepFile, AppError>>>>();
  /** Of sweeps that were read and not kept open. */
  const summaries = new Map<string, Map<string, SweepSummary>>();
  /** By path. Reading may repair the file, which two must not do at once. */
  const reading = new Map<string, Promise<Result<SweepFile, AppError>>>();

  const folderOf = (connectionId: string) => join(connections.folder(connectionId), 'sweeps');
  const pathOf = (connectionId: string, sweepId: string) => join(folderOf(connectionId), `${sweepId}.jsonl`);
  const changedOn = (connectionId: string) => (progress: SweepProgress, results: readonly SweepResult[]) =>
    onChange(connectionId, progress, results);

  function read(connectionId: string, sweepId: string): Promise<Result<SweepFile, AppError>> {
    const path = pathOf(connectionId, sweepId);
    const underWay = reading.get(path) ?? readOnce(path, connectionId, sweepId).finally(() => reading.delete(path));
    reading.set(path, underWay);
    return underWay;
  }

  async function readOnce(path: string, connectionId: string, sweepId: string): Promise<Result<SweepFile, AppError>> {
    const file = await SweepFile.open(path, changedOn(connectionId), {
      id: sweepId,
      damaged: (copy) => notice(refusal.partlyDamaged(copy)),
      now,
    });
    return file.ok ? file : fail(await dealWith(path, file.error));
  }

  /** Keeps a file that cannot be used out of the way; answers what to say. */
  async function dealWith(path: string, why: SweepFileRefusal): Promise<AppError> {
    if (why.kind === 'disk') return why.error;
    if (why.kind === 'newer') return refusal.newerVersion(path);
    if (why.kind === 'missing' || why.kind === 'foreign') return refusal.noSuchSweep;
    if (why.kind === 'nothing') {
      await rm(path, { force: true }).catch(() => {
        // A sweep that never began does no harm where it lies.
      });
      return refusal.noSuchSweep;
    }
    const aside = await setAside(path, now());
    return aside.ok ? refusal.damaged(aside.value) : aside.error;
  }

  async function summaryOf(connectionId: string, sweepId: string): Promise<SweepSummary | null> {
    const file = await opened.get(connectionId)?.get(sweepId);
    if (file?.ok) return file.value.progress.summary();
    const known = entry(summaries, connectionId);
    const before = known.get(sweepId);
    if (before) return before;
    const from = await read(connectionId, sweepId);
    if (!from.ok) {
      if (from.error !== refusal.noSuchSweep) notice(from.error);
      return null;
    }
    const summary = from.value.progress.summary();
    known.set(sweepId, summary);
    return summary;
  }

  return {
    async list(connectionId) {
      const ids = await sweepIds(folderOf(connectionId));
      if (!ids.ok) return ids;
      const all: SweepSummary[] = [];
      for (const sweepId of ids.value) {
        const summary = await summaryOf(connectionId, sweepId);
        if (summary) all.push(summary);
      }
      return ok(all.sort((a, b) => (a.sweep.startedAt < b.sweep.startedAt ? 1 : -1)));
    },

    async open(connectionId, sweepId) {
      const files = entry(opened, connectionId);
      const opening = files.get(sweepId) ?? read(connectionId, sweepId);
      files.set(sweepId, opening);
      const file = await opening;
      if (!file.ok) files.delete(sweepId);
      return file;
    },

    begin(connectionId, sweep) {
      const file = SweepFile.begin(pathOf(connectionId, sweep.id), sweep, changedOn(connectionId));
      // Before there is a file: a list that found it half written would take it for one that never began, and remove it.
      entry(opened, connectionId).set(sweep.id, Promise.resolve(ok(file)));
      return file;
    },

    withdraw(connectionId, sweepId) {
      opened.get(connectionId)?.delete(sweepId);
    },

    async forget(connectionId) {
      const files = opened.get(connectionId);
      opened.delete(connectionId);
      summaries.delete(connectionId);
      for (const opening of files?.values() ?? []) {
        const file = await opening;
        if (file.ok) await file.value.close();
      }
    },
  };
}

const extension = '.jsonl';

async function sweepIds(folder: string): Promise<Result<readonly string[], AppError>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    const ids = names.filter((name) => name.endsWith(extension)).map((name) => name.slice(0, -extension.length));
    return ok(ids.filter((id) => sweepIdPattern.test(id)));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok([]) : fail(diskError(error, folder));
  }
}

/** The map of one connection, made where there is none. */
function entry<Value>(maps: Map<string, Map<string, Value>>, connectionId: string): Map<string, Value> {
  const known = maps.get(connectionId) ?? new Map<string, Value>();
  maps.set(connectionId, known);
  return known;
}
