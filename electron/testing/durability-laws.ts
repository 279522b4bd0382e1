import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '../../core/app-error.ts';
import { drawFrom } from './draws.ts';
import type { DurableStore, OpenStore } from './durable-stores.ts';
import { type DiskModel, diskModels, putOnDisk, stateAfter } from './power-cut.ts';
import { failing, record, withoutSync } from './recorded-disk.ts';

/** What a session did: which steps it began and which were acknowledged, each with how much of the recording was there. */
interface Session {
  readonly begun: { readonly step: number; readonly at: number }[];
  readonly acknowledged: { readonly step: number; readonly at: number }[];
}

const lastStep = 14;

/** Steps 1 to 14 in two starts of the app, some of them together. Steps that are refused are left out. */
async function runSession(
  store: DurableStore,
  folder: string,
  at: () => number,
  between: () => Promise<void> = async () => {},
): Promise<Session> {
  const session: Session = { begun: [], acknowledged: [] };
  const doSteps = async (open: OpenStore, steps: readonly number[]) => {
    const answers = steps.map(async (step) => {
      session.begun.push({ step, at: at() });
      const answer = await open.step(step);
      if (answer.ok) session.acknowledged.push({ step, at: at() });
    });
    await Promise.all(answers);
  };
  for (const groups of [
    [[1], [2], [3, 4, 5], [6], [7]],
    [[8], [9], [10, 11, 12], [13], [lastStep]],
  ]) {
    const opened = await store.open(folder, () => {});
    if (!opened.ok) continue;
    for (const [index, group] of groups.entries()) {
      if (index === 2) await between();
      await doSteps(opened.value, group);
    }
    await opened.value.close();
  }
  return session;
}

/** What a start of the app finds: the steps, or why it could not open; and what the person is told. */
async function find(store: DurableStore, folder: string) {
  const notices: AppError[] = [];
  const opened = await store.open(folder, (error) => void notices.push(error));
  if (!opened.ok) return { steps: null, notices: [...notices, opened.error] };
  const steps = await opened.value.steps();
  await opened.value.close();
  return steps.ok
    ? { steps: [...steps.value].sort((a, b) => a - b), notices }
    : { steps: null, notices: [...notices, steps.error] };
}

/** What is wrong with what was found, in words; null if nothing is. */
function wrong(
  store: DurableStore,
  found: readonly number[],
  begun: readonly number[],
  acknowledged: readonly number[],
) {
  if (new Set(found).size < found.length) return `a step is there twice: ${found}`;
  const unknown = found.filter((step) => !begun.includes(step));
  if (unknown.length > 0) return `steps that were never begun: ${unknown}`;
  if (store.keeps === 'every step') {
    const lost = acknowledged.filter((step) => !found.includes(step));
    return lost.length > 0 ? `lost what was acknowledged: ${lost} (found ${found})` : null;
  }
  const last = Math.max(0, ...acknowledged);
  return last > Math.max(0, ...found) ? `lost step ${last}, found ${found}` : null;
}

const blamesDisk = ({ message, next }: AppError) => /damaged|check its disk/.test(`${message} ${next}`);

export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'reader-desk-disk-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Findings {
  /** States or sessions that were looked at. */
  readonly tried: number;
  /** What was wrong, with what it takes to see it again. */
  readonly wrong: readonly string[];
}

/**
 * A power cut after any operation, under a model of what it leaves: every acknowledged step is there, and nobody is told of
 * damage. `draws`: states per cut beside the least and the most that may be there; `each`: only every so many-th cut.
 */
export async function cutPower(
  store: DurableStore,
  model: DiskModel,
  { draws, each, seed }: { readonly draws: number; readonly each: number; readonly seed: number },
): Promise<Findings> {
  const { recording, session } = await inFolder(async (folder) => {
    const begun = record(folder);
    const done = await runSession(store, folder, () => begun.operations.length);
    begun.end();
    return { recording: begun, session: done };
  });
  const found: string[] = [];
  const seen = new Set<string>();
  let tried = 0;
  const draw = drawFrom(seed);
  for (let cut = draw(each); cut <= recording.operations.length; cut += each) {
    const until = (marks: Session['begun']) => marks.filter(({ at }) => at <= cut).map(({ step }) => step);
    const [begun, acknowledged] = [until(session.begun), until(session.acknowledged)];
    for (let nth = 0; nth < draws + 2; nth += 1) {
      tried += 1;
      const unsynced = nth === 0 ? 'none' : nth === 1 ? 'all' : drawFrom(seed + cut * 131 + nth * 7919);
      const operations = recording.operations.slice(0, cut);
      const state = stateAfter({ start: recording.start, operations, model, unsynced });
      const key = JSON.stringify([
        acknowledged,
        begun,
        [...state.files].map(([path, bytes]) => [path, bytes.toString('latin1')]),
      ]);
      if (seen.has(key)) continue;
      seen.add(key);
      await withoutSync(() =>
        inFolder(async (folder) => {
          putOnDisk(state, folder);
          const { steps, notices } = await find(store, folder);
          const told = notices.find(blamesDisk);
          const what =
            steps === null
              ? `does not open: ${notices.map(({ message, detail }) => `${message} ${detail}`)}`
              : told
                ? `tells of damage: ${told.message}`
                : wrong(store, steps, begun, acknowledged);
          if (what) found.push(`${store.name}, ${model}, seed ${seed}, cut ${cut}, state ${nth}: ${what}`);
        }),
      );
    }
  }
  return { tried, wrong: found };
}

const codes = ['EIO', 'ENOSPC', 'EACCES', 'EROFS'] as const;

/** The n-th call fails, once or from then on: nothing acknowledged is lost, nothing is there twice, nothing throws. */
export async function failCalls(
  store: DurableStore,
  { each, seed }: { readonly each: number; readonly seed: number },
): Promise<Findings> {
  const draw = drawFrom(seed);
  const calls = await inFolder(async (folder) => {
    const counting = failing(folder, () => null);
    await runSession(store, folder, () => 0);
    return counting.end();
  });
  const found: string[] = [];
  let tried = 0;
  for (let nth = 1 + draw(each); nth <= calls; nth += each) {
    for (const how of ['once', 'from then on'] as const) {
      tried += 1;
      const code = codes[draw(codes.length)] ?? 'EIO';
      await inFolder(async (folder) => {
        const faults = failing(folder, (call) => ((how === 'once' ? call === nth : call >= nth) ? code : null));
        const session = await runSession(store, folder, () => 0).finally(() => faults.end());
        const { steps, notices } = await find(store, folder);
        const numbers = (marks: Session['begun']) => marks.map(({ step }) => step);
        const what =
          steps === null
            ? `does not open: ${notices.map(({ message, detail }) => `${message} ${detail}`)}`
            : wrong(store, steps, numbers(session.begun), numbers(session.acknowledged));
        if (what) found.push(`${store.name}, seed ${seed}, call ${nth} fails with ${code} ${how}: ${what}`);
      });
    }
  }
  return { tried, wrong: found };
}

/** The data folder is emptied, or replaced by a copy, while the store is open: what is acknowledged after that is there. */
export async function takeFilesAway(store: DurableStore, how: 'removed' | 'replaced'): Promise<Findings> {
  return inFolder(async (root) => {
    const folder = join(root, 'data');
    await mkdir(folder);
    let taken = 0;
    let acknowledgedBefore: readonly number[] = [];
    const session: Session = await runSession(
      store,
      folder,
      () => taken,
      async () => {
        taken += 1;
        if (taken > 1) return;
        const copy = join(root, 'copy');
        await cp(folder, copy, { recursive: true });
        for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
        if (how === 'removed') return;
        for (const name of await readdir(copy)) await rename(join(copy, name), join(folder, name));
      },
    );
    const { steps, notices } = await find(store, folder);
    const after = session.acknowledged.filter(({ at }) => how === 'replaced' || at > 0).map(({ step }) => step);
    acknowledgedBefore = session.begun.map(({ step }) => step);
    const what =
      steps === null ? `does not open: ${notices[0]?.message}` : wrong(store, steps, acknowledgedBefore, after);
    return { tried: 1, wrong: what ? [`${store.name}, files ${how}: ${what}`] : [] };
  });
}

/**
 * A file is damaged, and the power is cut in the middle of the start that mends it: the next start finds what an undisturbed
 * one finds, or says something.
 */
export async function cutRecovery(
  store: DurableStore,
  { damages, seed }: { readonly damages: number; readonly seed: number },
): Promise<Findings> {
  const draw = drawFrom(seed);
  const found: string[] = [];
  let tried = 0;
  for (let nth = 0; nth < damages; nth += 1) {
    await inFolder(async (root) => {
      const [damaged, undisturbed, cutShort] = ['damaged', 'undisturbed', 'cut'].map((name) => join(root, name));
      if (!damaged || !undisturbed || !cutShort) return;
      await mkdir(damaged);
      await runSession(store, damaged, () => 0);
      if (!(await damageOne(damaged, draw))) return;
      await cp(damaged, undisturbed, { recursive: true });
      await cp(damaged, cutShort, { recursive: true });
      await find(store, undisturbed);
      const expected = await find(store, undisturbed);
      const recording = record(cutShort);
      await find(store, cutShort);
      recording.end();
      for (const model of diskModels) {
        for (let cut = 0; cut <= recording.operations.length; cut += 1) {
          tried += 1;
          const operations = recording.operations.slice(0, cut);
          const state = stateAfter({
            start: recording.start,
            operations,
            model,
            unsynced: draw(2) === 0 ? 'none' : draw,
          });
          await withoutSync(() =>
            inFolder(async (folder) => {
              putOnDisk(state, folder);
              const { steps, notices } = await find(store, folder);
              const isSame = JSON.stringify(steps) === JSON.stringify(expected.steps);
              if (!isSame && notices.length === 0) {
                found.push(
                  `${store.name}, ${model}, seed ${seed}, damage ${nth}, cut ${cut}: ${steps}, not ${expected.steps}`,
                );
              }
            }),
          );
        }
      }
    });
  }
  return { tried, wrong: found };
}

/** Changes a byte of one file in the folder, or cuts its end off; false if there is none. */
async function damageOne(folder: string, draw: (limit: number) => number): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const path = files[draw(Math.max(1, files.length))];
  if (path === undefined) return false;
  const bytes = await readFile(path);
  if (bytes.length === 0) return false;
  const at = draw(bytes.length);
  if (draw(3) === 0) return writeFile(path, bytes.subarray(0, at)).then(() => true);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << draw(7)), at);
  return writeFile(path, bytes).then(() => true);
}
